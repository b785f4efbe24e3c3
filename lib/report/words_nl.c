/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/words.h"

const words words_dutch = {
    .code = "nl",
    .decimal_mark = ',',
    .month = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
              "september", "oktober", "november", "december"},
    .weekday = {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", ""},
    .sentence =
        {
            /* page */
            [SAY_TITLE] = "Drugsresten in rioolwater: wat er is gemeten en wat het zegt",
            [SAY_CONTENTS] = "Op deze pagina",

            /* provenance */
            [SAY_PROVENANCE_HEADING] = "Waar deze getallen vandaan komen",
            [SAY_PROVENANCE] =
                "Dezelfde bestanden, opties en versie geven dezelfde pagina, byte voor byte. "
                "Aan de SHA-256 is te zien of een bestand het bestand is dat is gelezen.",
            [SAY_PROVENANCE_RUN] = "Het programma en zijn opties",
            [SAY_PROVENANCE_VERSION] = "doseau",
            [SAY_PROVENANCE_COMMAND] = "opdracht",
            [SAY_PROVENANCE_SEED] = "startgetal van de toevalsgetallen",
            [SAY_PROVENANCE_FILES] = "De gelezen bestanden en hun SHA-256",

            /* words of counting */
            [SAY_ROUND_1] = "één ronde",
            [SAY_ROUNDS] = "{n} rondes",
            [SAY_PLANT_1] = "één zuivering",
            [SAY_PLANTS] = "{n} zuiveringen",
            [SAY_SUBSTANCE_1] = "één stof",
            [SAY_SUBSTANCES] = "{n} stoffen",
            [SAY_SERIES_1] = "één combinatie van zuivering en stof",
            [SAY_SERIES] = "{n} combinaties van zuivering en stof",
            [SAY_SERIES_OF] = "{n} van de {all} combinaties van zuivering en stof",
            [SAY_AND] = "{a} en {b}",
            [SAY_AND_MORE] = "{a} en nog {n}",
            [SAY_SUBSTANCE_AT] = "{substance} bij {plant}",
            [SAY_RANGE] = "{lower} tot {upper}",
            [SAY_AT_LEAST] = "ten minste {lower}",
            [SAY_AT_MOST] = "ten hoogste {upper}",
            [SAY_FACTOR] = "een factor {factor} omhoog of omlaag",
            [SAY_UP_OR_DOWN] = "{up} of {down}",
            [SAY_NOT_KNOWN] = "niet bekend",
            [SAY_YES] = "ja",
            [SAY_NO] = "nee",
            [SAY_UNFLAGGED] = "{round}, zonder gemarkeerde dagen",
            [SAY_PER_YEAR] = "{value} per jaar",
            [SAY_LOAD_UNIT] = "mg per dag per 1000 inwoners",

            /* verdicts in a word */
            [SAY_VERDICT_ROSE] = "gestegen",
            [SAY_VERDICT_FELL] = "gedaald",
            [SAY_VERDICT_STABLE] = "stabiel binnen de marge",
            [SAY_VERDICT_NOT_SHOWN] = "verandering niet aangetoond",
            [SAY_VERDICT_TOO_FEW] = "te weinig rondes om het te zeggen",
            [SAY_VERDICT_NOT_ESTIMABLE] = "niet te zeggen",
            [SAY_CHANGE_HIGHER] = "hoger, meer dan gebruikelijk",
            [SAY_CHANGE_LOWER] = "lager, meer dan gebruikelijk",
            [SAY_CHANGE_WITHIN] = "binnen het gebruikelijke verschil",
            [SAY_CHANGE_OPEN] = "niet te zeggen",

            /* sentences of a series over the years */
            [SAY_TREND_ROSE] = "Over deze {rounds} rondes ({first} tot en met {last}) is het "
                               "niveau gestegen: ongeveer {change} per jaar ({range}).",
            [SAY_TREND_FELL] = "Over deze {rounds} rondes ({first} tot en met {last}) is het "
                               "niveau gedaald: ongeveer {change} per jaar ({range}).",
            [SAY_TREND_STABLE] = "Over deze {rounds} rondes ({first} tot en met {last}) was het "
                                 "niveau stabiel binnen de marge van {margin} % (naar boven, of in "
                                 "dezelfde verhouding naar beneden) "
                                 "over de hele periode: ongeveer {change} per jaar ({range}).",
            [SAY_TREND_NOT_SHOWN] = "Over deze {rounds} rondes ({first} tot en met {last}) is een "
                                    "verandering niet aangetoond{why}.",
            [SAY_TREND_ESTIMATE] =
                "De schatting is {change} per jaar ({range}); dat interval laat veranderingen in "
                "beide richtingen toe of laat te veel open voor een uitspraak.",
            [SAY_TREND_DETECTABLE] = "Deze rondes hadden een verandering van ongeveer {change} per "
                                     "jaar laten zien; een kleinere kan onopgemerkt zijn gebleven.",
            [SAY_TREND_DETECTABLE_ALONE] =
                "Als enige vraag hadden deze rondes een verandering van ongeveer {change} per jaar "
                "laten zien; een kleinere kan onopgemerkt zijn gebleven.",
            [SAY_WHY_ADJUSTED] = " binnen de {family} vragen die samen zijn gesteld",
            [SAY_WHY_FLAGGED_DAYS] = ": niet zonder de gemarkeerde dagen",
            [SAY_WHY_FLAGGED_ROUNDS] = ": niet zonder de rondes met een gemarkeerde dag",
            [SAY_WHY_LIMITS] =
                ": niet als alle rondes bij de hoogste rapportagegrens worden afgekapt",
            [SAY_WHY_LITTLE_FOUND] = ": met zo weinig boven de grenzen had geen enkele volgorde "
                                     "van de rondes het laten zien",
            [SAY_WHY_NO_INTERVAL] = ": de grootte ervan heeft geen interval",
            [SAY_FEW_ONE] = "Eén ronde is een momentopname: die zegt niets over verandering.",
            [SAY_FEW_ROUNDS] = "{rounds} rondes zijn te weinig voor een uitspraak over de jaren; "
                               "daarvoor zijn vijf rondes over ten minste drie jaar nodig.",
            [SAY_FEW_CLOSE] = "Rondes met minder dan een half jaar ertussen laten geen uitspraak "
                              "over de jaren toe.",
            [SAY_FEW_SHORT] =
                "Rondes over minder dan drie jaar laten geen uitspraak over de jaren toe.",
            [SAY_FEW_SEASONS] = "De rondes vielen in verschillende seizoenen en zijn te weinig om "
                                "seizoen en jaar te scheiden.",
            [SAY_FEW_UNFLAGGED] = "Zonder de rondes met een gemarkeerde dag blijft te weinig over "
                                  "voor een uitspraak.",
            [SAY_FEW_SMALLEST_P] =
                "Zoveel vragen tegelijk ({family}) vragen meer dan deze rondes kunnen geven: geen "
                "enkele volgorde ervan was genoeg geweest voor een uitspraak.",
            [SAY_FEW_DESCRIBED] = "Wat er is gemeten, als beschrijving en niet meer dan dat: "
                                  "{change} van {first} tot {last} ({range}).",
            [SAY_FEW_DESCRIBED_ALONE] = "Wat er is gemeten, als beschrijving en niet meer dan dat: "
                                        "{change} van {first} tot {last}.",
            [SAY_NO_ROUND] = "Er is geen gewone ronde met een gemiddelde of met grenzen.",
            [SAY_NO_SCATTER] =
                "De rondes zeggen niets over verandering: zonder enige spreiding is er geen toets.",
            [SAY_NOTHING_FOUND] = "De rondes zeggen niets over verandering: er is niets gevonden "
                                  "dat te vergelijken is.",
            [SAY_ALSO_LABORATORY] = "Tussen de rondes is van laboratorium gewisseld; de "
                                    "onzekerheid daarvan telt mee waar een verandering staat.",
            [SAY_ALSO_BRIDGED] = "Monsters die beide laboratoria hebben onderzocht, verbinden ze.",
            [SAY_ALSO_METER] = "Tussen de rondes is de debietmeter gewisseld; de onzekerheid "
                               "daarvan is meegeteld.",
            [SAY_ALSO_POPULATION] = "De inwoners zijn niet in alle rondes op dezelfde manier "
                                    "geteld; de onzekerheid daarvan is meegeteld.",
            [SAY_ALSO_SEASONS] = "De rondes vielen in verschillende seizoenen; dat is meegeteld.",
            [SAY_REPLACED] = "Niet gemeten, en mogelijk ervoor in de plaats gekomen: {others}.",

            /* sentences of two rounds */
            [SAY_PAIR_CHANGE] =
                "{b} tegenover {a}: {change} tussen deze weken ({range} met de meetonzekerheid).",
            [SAY_PAIR_CHANGE_ALONE] = "{b} tegenover {a}: {change} tussen deze weken.",
            [SAY_PAIR_BOUNDS] = "{b} tegenover {a}: {bounds}, door dagen onder een grens.",
            [SAY_PAIR_BOUNDS_NONE] =
                "{b} tegenover {a}: over het verschil is niets bekend, door dagen onder een grens.",
            [SAY_PAIR_NO_MEAN] =
                "{b} tegenover {a}: niet te vergelijken, bij gebrek aan een gemiddelde.",
            [SAY_PAIR_HIGHER] = "Dat is hoger, met meer dan het gebruikelijke verschil tussen "
                                "rondes met zoveel tijd ertussen (p {p}).",
            [SAY_PAIR_LOWER] = "Dat is lager, met meer dan het gebruikelijke verschil tussen "
                               "rondes met zoveel tijd ertussen (p {p}).",
            [SAY_PAIR_WITHIN] = "Dat is binnen het gebruikelijke verschil tussen rondes met zoveel "
                                "tijd ertussen; het betekent niet dat er niets is veranderd.",
            [SAY_PAIR_CLOSE] = "Er ligt minder dan een half jaar tussen: er is geen gebruikelijk "
                               "verschil om het mee te vergelijken.",
            [SAY_PAIR_OPEN] = "Dit zegt niets over verandering.",
            [SAY_PAIR_DETECTABLE] = "Ongeveer {change} was wel opgevallen.",
            [SAY_PAIR_DETECTABLE_ALONE] = "Ongeveer {change} was wel opgevallen, als enige vraag.",
            [SAY_PAIR_UNFLAGGED] = "Zonder de gemarkeerde dagen: {change}.",
            [SAY_PAIR_RESTS] = "Met en zonder de gemarkeerde dagen is het niet hetzelfde; daarom "
                               "wordt er niets beweerd.",
            [SAY_PAIR_EQUAL] = "Gelijk binnen een marge van {margin} % (naar boven, of in dezelfde "
                               "verhouding naar beneden): aangetoond.",
            [SAY_PAIR_NOT_EQUAL] = "Gelijk binnen een marge van {margin} % (naar boven, of in "
                                   "dezelfde verhouding naar beneden): niet aangetoond.",

            /* the question */
            [SAY_QUESTION_HEADING] = "De vraag, en het antwoord in drie zinnen",
            [SAY_QUESTION_ONE] =
                "Hoeveel resten van {substances} zaten er in het rioolwater van {plants}?",
            [SAY_QUESTION] = "Hoeveel resten van {substances} zaten er in het rioolwater van "
                             "{plants}, en is dat over de rondes veranderd?",
            [SAY_ANSWER_MEASURED] = "In {rounds}, van {first} tot en met {last}, zijn bij {plants} "
                                    "{results} resultaten van {substances} verkregen, waarvan "
                                    "{below} onder een grens van het laboratorium.",
            [SAY_ANSWER_ONE] = "Eén ronde is een momentopname: die laat zien hoe deze dagen waren "
                               "en zegt niets over verandering.",
            [SAY_ANSWER_PAIRS] =
                "Van {all} vergelijkingen van rondes vielen er {higher} hoger en {lower} lager "
                "uit, meer dan van jaar tot jaar gebruikelijk is; zo weinig rondes kunnen niet "
                "laten zien hoe het niveau over de jaren liep.",
            [SAY_ANSWER_PAIRS_NONE] =
                "Van {all} vergelijkingen van rondes viel er geen buiten wat van jaar tot jaar "
                "gebruikelijk is; dat betekent niet dat er niets is veranderd.",
            [SAY_ANSWER_PAIRS_OPEN] = "Niet te beoordelen: {open} van deze vergelijkingen.",
            [SAY_ANSWER_NO_PAIRS] = "Er waren geen twee rondes te vergelijken; deze cijfers zeggen "
                                    "dus niets over verandering.",
            [SAY_ANSWER_YEARS] = "Over de rondes die zijn gemeten {clauses}.",
            [SAY_ANSWER_REPLACED] =
                "Een verwante stof die niet is gemeten, kan de plaats van 3-MMC hebben ingenomen.",
            [SAY_CLAUSE_ROSE] = "is het niveau gestegen voor {list}",
            [SAY_CLAUSE_FELL] = "is het niveau gedaald voor {list}",
            [SAY_CLAUSE_STABLE] = "was het niveau stabiel, binnen de gevraagde marge, voor {list}",
            [SAY_CLAUSE_NOT_SHOWN] = "is voor {series} een verandering niet aangetoond, wat niet "
                                     "betekent dat er niets is veranderd",
            [SAY_CLAUSE_TOO_FEW] = "zijn er voor {series} te weinig rondes, of liggen ze te dicht "
                                   "bij elkaar, voor een uitspraak over de jaren",
            [SAY_CLAUSE_JOIN] = ", en ",
            [SAY_CLAUSE_NOT_ESTIMABLE] = "laten de rondes voor {series} geen uitspraak toe",
            [SAY_ANSWER_NOT] =
                "Een vracht is een hoeveelheid resten in rioolwater: die zegt niets over leeftijd, "
                "over hoeveel mensen iets gebruiken, of over hoeveel iemand neemt.",

            /* the council */
            [SAY_COUNCIL_HEADING] = "Zes vragen die een gemeenteraad stelt",
            [SAY_COUNCIL_TOWN] = "Gaat dit over onze gemeente?",
            [SAY_COUNCIL_TOWN_ANSWER] =
                "Het gaat over wat naar een zuivering stroomt: inwoners, forenzen, bezoekers en "
                "bedrijven van het verzorgingsgebied, en dat volgt de gemeentegrens niet. "
                "Gemeenten die een zuivering delen, zijn niet te onderscheiden.",
            [SAY_COUNCIL_PERSONS] = "{plant} bediende {persons} inwoners.",
            [SAY_COUNCIL_PERSONS_UNKNOWN] = "Hoeveel inwoners {plant} bediende, is niet bekend.",
            [SAY_COUNCIL_SMALL] =
                "Dat is minder dan {limit}: in zo'n klein verzorgingsgebied kan een cijfer naar "
                "een straat of naar personen wijzen. Weeg dat af vóór publicatie.",
            [SAY_COUNCIL_SMALL_MANY] =
                "{n} van de {all} verzorgingsgebieden tellen minder dan {limit} inwoners: daar kan "
                "een cijfer naar een straat of naar personen wijzen. Weeg dat af vóór publicatie.",
            [SAY_COUNCIL_YOUNG] = "Gaat het om onze jongeren?",
            [SAY_COUNCIL_YOUNG_ANSWER] =
                "Dat kan rioolwater niet zeggen. Een monster mengt het water van iedereen die is "
                "aangesloten, en resten dragen geen leeftijd. Vragenlijsten en zorgverleners "
                "kunnen meer zeggen over leeftijdsgroepen.",
            [SAY_COUNCIL_HOW_MANY] = "Hoeveel mensen gebruiken drugs?",
            [SAY_COUNCIL_HOW_MANY_ANSWER] =
                "Dat volgt niet uit een vracht. Weinig mensen met veel en veel mensen met weinig "
                "laten dezelfde hoeveelheid achter, een deel komt van geneesmiddelen of is "
                "weggespoeld, en welk deel van een dosis het riool bereikt, verschilt van mens tot "
                "mens.",
            [SAY_COUNCIL_ELSEWHERE] = "Is het meer dan elders?",
            [SAY_COUNCIL_ELSEWHERE_ONE] =
                "Dit onderzoek heeft één zuivering gemeten en kan dat dus niet zeggen. Een "
                "vergelijking vraagt cijfers van een andere plaats, op dezelfde manier gemeten, "
                "met hun intervallen.",
            [SAY_COUNCIL_ELSEWHERE_MANY] =
                "Dit onderzoek omvat {plants} en geen andere plaatsen. Waar de intervallen van "
                "twee zuiveringen overlappen, is er geen verschil aangetoond; verschillen tussen "
                "zuiveringen zijn niet getoetst.",
            [SAY_COUNCIL_UP] = "Gaat het omhoog of omlaag?",
            [SAY_COUNCIL_UP_ANSWER] =
                "Dat is een uitspraak over de rondes die zijn gemeten en niet over wat nog komt.",
            [SAY_COUNCIL_MONEY] = "Wat krijgen we voor het geld?",
            [SAY_COUNCIL_MONEY_ONE] =
                "Een eerste cijfer met zijn onzekerheid, om latere rondes mee te vergelijken. Op "
                "zichzelf laat het niet zien of er iets is veranderd; een uitspraak over de jaren "
                "vraagt "
                "vijf rondes over ten minste drie jaar.",
            [SAY_COUNCIL_MONEY_FEW] =
                "Het verschil tussen twee rondes valt alleen op als het groot is: {from} op zijn "
                "best, {to} op zijn slechtst. Een uitspraak over de jaren vraagt vijf rondes over "
                "ten minste drie jaar.",
            [SAY_COUNCIL_MONEY_FEW_ONLY] =
                "Het verschil tussen twee rondes valt alleen op als het groot is: {from}. Een "
                "uitspraak over de jaren vraagt vijf rondes over ten minste drie jaar.",
            [SAY_COUNCIL_MONEY_NONE] =
                "Tot nu toe lag te weinig boven de grenzen, of liggen de rondes te dicht bij "
                "elkaar, om te zeggen wat een volgende ronde zou laten zien.",
            [SAY_COUNCIL_MONEY_MANY] =
                "Deze rondes hadden een verandering van ongeveer {from} per jaar op zijn best en "
                "{to} per jaar op zijn slechtst laten zien, elk als enige vraag; kleinere kunnen "
                "onopgemerkt zijn gebleven. Verdere rondes maken dat gewoonlijk kleiner.",
            [SAY_COUNCIL_MONEY_MANY_ONLY] =
                "Deze rondes hadden een verandering van ongeveer {from} per jaar laten zien; "
                "kleinere kunnen onopgemerkt zijn gebleven. Verdere rondes maken dat gewoonlijk "
                "kleiner.",

            /* the overview */
            [SAY_OVERVIEW_HEADING] = "Overzicht",
            [SAY_OVERVIEW_TEXT] =
                "Van elke combinatie van zuivering en stof de laatste ronde, met twee intervallen "
                "die twee vragen beantwoorden. Het meetinterval zegt hoe goed de vracht van die "
                "dagen bekend is. Het niveau-interval zegt waar het niveau achter de ronde ligt, "
                "gegeven hoeveel rondes van jaar tot jaar gewoonlijk verschillen; alleen dat telt "
                "voor een verandering.",
            [SAY_OVERVIEW_MONTHS] =
                "In de bestanden staan ook maandgemiddelden ({count}), zonder de dagen waar ze uit "
                "komen. Ze doen op deze pagina nergens aan mee: opeenvolgende maanden zouden veel "
                "te vaak een verandering heten. De tabel met rondes van het programma toont ze "
                "zoals ze zijn gepubliceerd.",
            [SAY_OVERVIEW_STUDY] = "Het onderzoek in cijfers",
            [SAY_OVERVIEW_PLANTS] = "De zuiveringen",
            [SAY_HEAD_KEY] = "In de bestanden",
            [SAY_HEAD_PERSONS] = "Aangesloten inwoners",
            [SAY_HEAD_BASIS] = "Hoe geteld",
            [SAY_HEAD_SMALL] = "Mogelijk herleidbaar",
            [SAY_SMALL_YES] = "ja: minder dan {limit}",
            [SAY_OVERVIEW_TABLE] =
                "De laatste ronde per zuivering en stof, in mg per dag per 1000 inwoners",
            [SAY_AT_PLANTS] = "Zuiveringen",
            [SAY_AT_SUBSTANCES] = "Stoffen",
            [SAY_AT_SERIES] = "Combinaties van zuivering en stof",
            [SAY_AT_ROUNDS] = "Rondes",
            [SAY_AT_RESULTS] = "Resultaten",
            [SAY_AT_BELOW] = "waarvan onder een grens",
            [SAY_AT_MISSING] = "Dagen zonder resultaat",
            [SAY_AT_FLAGGED] = "Gemarkeerde resultaten",
            [SAY_AT_PAIRS] = "Vergelijkingen van rondes",
            [SAY_AT_FIRST] = "Eerste dag",
            [SAY_AT_LAST] = "Laatste dag",
            [SAY_AT_FAMILY] = "Samen gestelde vragen (over de jaren)",

            /* what can be said */
            [SAY_CAN_HEADING] = "Wat er wel en niet gezegd kan worden",
            [SAY_CAN_YES] = "Wat deze cijfers kunnen zeggen",
            [SAY_CAN_YES_LOAD] = "Hoeveel resten de zuivering bereikten op de bemonsterde dagen, "
                                 "en hoe goed dat bekend is.",
            [SAY_CAN_YES_WEEK] = "Hoe doordeweekse dagen en weekenden in die weken verschilden.",
            [SAY_CAN_YES_PAIR] = "Of een ronde meer van een andere verschilde dan van jaar tot "
                                 "jaar gebruikelijk is.",
            [SAY_CAN_YES_YEARS] = "Voor reeksen van vijf rondes en meer over ten minste drie jaar: "
                                  "hoe het niveau over die rondes liep.",
            [SAY_CAN_NO] = "Wat ze niet kunnen zeggen",
            [SAY_CAN_NO_WHO] =
                "Wie iets gebruikte, op welke leeftijd, hoeveel mensen, of hoeveel ieder van hen.",
            [SAY_CAN_NO_WHERE] = "Uit welke straat, welk gebouw of welke gemeente binnen het "
                                 "verzorgingsgebied een rest kwam.",
            [SAY_CAN_NO_DUMP] =
                "Of een stof is gebruikt of weggespoeld, tenzij een regel hieronder daarop wijst.",
            [SAY_CAN_NO_FUTURE] =
                "Wat de volgende rondes brengen, of waarom een niveau veranderde.",
            [SAY_CAN_NO_BETWEEN] = "Wat er gebeurde in de weken die niet zijn bemonsterd.",

            /* the next round */
            [SAY_NEXT_HEADING] = "Wat de volgende ronde zou toevoegen",
            [SAY_NEXT_ONE] = "Een tweede ronde laat zien of deze weken verschillen, en of dat meer "
                             "is dan van jaar tot jaar gebruikelijk.",
            [SAY_NEXT_FEW] =
                "Een volgende ronde telt voor meer dan haar eigen cijfer: vanaf vijf rondes over "
                "ten minste drie jaar is een uitspraak over de jaren mogelijk.",
            [SAY_NEXT_MANY] =
                "Een volgende ronde in hetzelfde seizoen maakt de kleinste verandering die kan "
                "worden aangetoond gewoonlijk kleiner, en leert of wat deze rondes vonden "
                "standhoudt.",
            [SAY_NEXT_SAME] =
                "Vraag om hetzelfde seizoen, zeven dagen achtereen met beide weekenddagen, "
                "hetzelfde laboratorium met dezelfde grenzen, en dezelfde manier van inwoners "
                "tellen: elke wisseling daarvan voegt onzekerheid toe.",
            [SAY_NEXT_TABLE] = "Wat de rondes tot nu toe kunnen laten zien",
            [SAY_NEXT_SO_FAR] = "Rondes tot nu toe",
            [SAY_NEXT_NEEDED] = "Rondes nog nodig voor een uitspraak over de jaren",
            [SAY_NEXT_YEARS] = "Verandering over de jaren die deze rondes hadden laten zien",
            [SAY_NEXT_PAIR] = "Verschil tussen de vergeleken rondes dat was opgevallen",
            [SAY_NEXT_EXPECTED] =
                "Waar een ronde een jaar later te verwachten is, in mg per dag per 1000 inwoners",

            /* by plant and substance */
            [SAY_SERIES_HEADING] = "Per zuivering en stof",
            [SAY_SERIES_NOT_DRAWN] = "Zoveel reeksen staan hier zonder figuren; doseau report "
                                     "--figures tekent ze in een map.",
            [SAY_ROUNDS_TABLE] = "Rondes, in mg per dag per 1000 inwoners",
            [SAY_HEAD_ROUND] = "Ronde",
            [SAY_HEAD_DAYS] = "Dagen: gevonden, onder een grens, zonder resultaat",
            [SAY_HEAD_DATES] = "Data",
            [SAY_HEAD_MEAN] = "Gemiddelde",
            [SAY_HEAD_MEASUREMENT] = "Meetinterval",
            [SAY_HEAD_LEVEL] = "Niveau-interval",
            [SAY_HEAD_REMARKS] = "Opmerkingen",
            [SAY_HEAD_PLANT] = "Zuivering",
            [SAY_HEAD_SUBSTANCE] = "Stof",
            [SAY_HEAD_SERIES] = "Zuivering en stof",
            [SAY_HEAD_YEARS] = "Over de jaren",
            [SAY_BOUNDS] = "tussen {lower} en {upper} (grenzen)",
            [SAY_BOUND_LOWER] = "ten minste {lower} (grens)",
            [SAY_BELOW_ALL] = "onder {upper} (niets gevonden)",
            [SAY_NO_MEAN] = "geen gemiddelde",
            [SAY_PAIRS_TABLE] = "Rondes tegenover elkaar",
            [SAY_HEAD_PAIR] = "Rondes",
            [SAY_HEAD_CHANGE] = "Verschil",
            [SAY_HEAD_THESE_WEEKS] = "Deze weken: meetinterval",
            [SAY_HEAD_AGAINST_USUAL] = "Niveau-interval",
            [SAY_HEAD_P] = "p, aangepast",
            [SAY_HEAD_DETECTABLE] = "Was opgevallen",
            [SAY_HEAD_VERDICT] = "Uitspraak",
            [SAY_YEARS_TABLE] = "Over de jaren",
            [SAY_HEAD_WHAT] = "Wat",
            [SAY_HEAD_ALL_DAYS] = "Alle dagen",
            [SAY_HEAD_UNFLAGGED] = "Zonder gemarkeerde dagen",
            [SAY_ROW_ROUNDS] = "Rondes",
            [SAY_ROW_SPAN] = "Jaren van de eerste tot de laatste",
            [SAY_ROW_PER_YEAR] = "Verandering per jaar, niveau-interval",
            [SAY_ROW_SPAN_CHANGE] = "Verandering over de periode, beschreven",
            [SAY_ROW_P] = "p, aangepast",
            [SAY_ROW_SMALLEST_P] = "De kleinste p die zoveel rondes op rangorde kunnen halen",
            [SAY_ROW_FAMILY] = "Vragen in deze familie",
            [SAY_ROW_DETECTABLE] = "Een verandering per jaar die was aangetoond",
            [SAY_ROW_TYPICAL] = "Typisch niveau, mg per dag per 1000 inwoners",
            [SAY_ROW_MARGIN] = "Gevraagde marge",
            [SAY_ROW_VERDICT] = "Uitspraak",
            [SAY_BORROWED] = "Hoeveel rondes gewoonlijk verschillen is geleend ({prior}).",
            [SAY_EVENT_ROUND] = "evenement, blijft buiten vergelijkingen",

            /* flagged days */
            [SAY_FLAGGED_HEADING] = "Dagen die niet passen",
            [SAY_FLAGGED_NONE] = "Er is geen dag en geen ronde gemarkeerd.",
            [SAY_FLAGGED_TEXT] = "Ze zijn gemarkeerd en niet verwijderd. Alle tabellen laten zulke "
                                 "rondes met en zonder deze dagen zien, en er wordt niets beweerd "
                                 "dat niet in beide gevallen geldt.",
            [SAY_FLAGGED_FOUND] = "Wat het programma vond",
            [SAY_FLAGGED_TOLD] = "Wat er over dagen is gemeld",
            [SAY_FLAGGED_EFFECT] = "De rondes met gemarkeerde dagen, met en zonder die dagen, in "
                                   "mg per dag per 1000 inwoners",
            [SAY_HEAD_DAY] = "Dag of ronde",
            [SAY_HEAD_RULE] = "Wat opvalt",
            [SAY_HEAD_VALUE] = "Waarde",
            [SAY_HEAD_FACTOR] = "Maal wat te verwachten was",
            [SAY_HEAD_LIMIT] = "Drempel",
            [SAY_HEAD_EVENT] = "Gebeurtenis",
            [SAY_HEAD_NOTE] = "Toelichting",
            [SAY_HEAD_WITH] = "Gemiddelde met alle dagen",
            [SAY_HEAD_WITHOUT] = "Gemiddelde zonder gemarkeerde dagen",
            [SAY_ALL_PLANTS] = "alle zuiveringen",
            [SAY_ALL_SUBSTANCES] = "alle stoffen",
            [SAY_RULE_DAY] = "een dag ver boven de rest van de ronde",
            [SAY_RULE_ROUND] = "een ronde ver boven eerdere",
            [SAY_RULE_COMMON] = "alle stoffen hoog of laag op één dag: debiet of monster",
            [SAY_RULE_RATIO] = "meer stof naast de metaboliet dan gebruik achterlaat",
            [SAY_RULE_ENANTIOMER] = "spiegelvormen die gebruik niet achterlaat",

            /* the budget */
            [SAY_BUDGET_HEADING] = "Waaruit de onzekerheid bestaat",
            [SAY_BUDGET_TEXT] = "Fouten van losse dagen middelen uit over een week; fouten die "
                                "alle dagen delen niet. Meer dagen helpen dus tegen de eerste, en "
                                "een betere debietmeter of inwonertelling tegen de tweede.",
            [SAY_BUDGET_TABLE] = "Het geldende onzekerheidsbudget (relatieve standaardonzekerheid "
                                 "van één resultaat)",
            [SAY_BUDGET_SHARES] = "Wat elke component toevoegt aan het meetinterval van de laatste "
                                  "ronde, in procenten van de variantie",
            [SAY_HEAD_COMPONENT] = "Component",
            [SAY_HEAD_SCOPE] = "Resultaten die de fout delen",
            [SAY_HEAD_SIZE] = "Grootte",
            [SAY_HEAD_FOR] = "Voor",
            [SAY_DAYS_PART] = "dagen niet gemeten of onder een grens",
            [SAY_EVERYTHING] = "alles",

            /* method */
            [SAY_METHOD_HEADING] = "Methode en bronnen",
            [SAY_METHOD_LOAD] = "De vracht van een dag is concentratie maal debiet, gedeeld door "
                                "het aantal inwoners: mg per dag per 1000 inwoners. Een resultaat "
                                "onder een grens is een interval tot die grens, nooit een nul.",
            [SAY_METHOD_ROUND] =
                "Het gemiddelde van een ronde is dat van de week. Ontbrekende dagen worden "
                "aangevuld met de gebruikelijke week; zonder zaterdag en zondag is er geen "
                "meetinterval. Dagen onder een grens geven grenzen, en alleen een gemiddelde als "
                "de meeste dagen zijn gevonden.",
            [SAY_METHOD_INTERVALS] =
                "Intervallen hebben een betrouwbaarheid van {percent}. Het meetinterval komt uit "
                "het "
                "onzekerheidsbudget; het niveau-interval telt mee hoeveel rondes van jaar tot jaar "
                "verschillen, geleend van veel Europese steden ({prior}) waar een zuivering zelf "
                "te weinig rondes heeft.",
            [SAY_METHOD_YEARS] =
                "Een uitspraak over de jaren vraagt vijf rondes, met een half jaar of meer "
                "ertussen, over ten minste drie jaar, en moet met en zonder gemarkeerde dagen "
                "gelden. Ze gaat over de rondes die zijn gemeten.",
            [SAY_METHOD_FAMILY_HOLM] =
                "Wie veel vragen stelt, vindt bij toeval altijd iets. Alle vragen van dit "
                "onderzoek zijn daarom samen beoordeeld (Holm).",
            [SAY_METHOD_FAMILY_BH] =
                "Wie veel vragen stelt, vindt bij toeval altijd iets. Alle vragen van dit "
                "onderzoek zijn daarom samen beoordeeld (Benjamini en Hochberg), zodat weinig van "
                "de uitspraken onjuist zijn.",
            [SAY_METHOD_FAMILY_NONE] =
                "Wie veel vragen stelt, vindt bij toeval altijd iets; hier is elke vraag apart "
                "beoordeeld, dus sommige uitspraken kunnen toeval zijn.",
            [SAY_METHOD_PRIMARY] = "Vooraf genoemd, en als eigen familie beoordeeld: {primary}.",
            [SAY_METHOD_IDS] =
                "De kleine tekst onder een naam in een tabel is het kenmerk van dat resultaat; de "
                "opdracht explain voert het terug naar de regels van de bestanden.",
            [SAY_METHOD_SOURCES] = "Bronnen",

            /* substances */
            [SAY_SOURCE_COCAINE] = "Onveranderde cocaïne wordt ook weggespoeld; benzoylecgonine, "
                                   "dat het lichaam ervan maakt, zegt meer over gebruik.",
            [SAY_SOURCE_MDMA] = "Geloosd productieafval of weggespoelde stof verhoogt het.",
            [SAY_SOURCE_AMPHETAMINE] =
                "Komt ook van voorgeschreven dexamfetamine en lisdexamfetamine, van "
                "methamfetamine, en van geloosd productieafval.",
            [SAY_SOURCE_METHAMPHETAMINE] =
                "Komt ook van het geneesmiddel selegiline en van geloosd productieafval.",
            [SAY_SOURCE_THC] = "Bindt aan vaste deeltjes: wat in het water is opgelost, is met een "
                               "onbekend deel te laag.",
            [SAY_SOURCE_KETAMINE] = "Komt ook van gebruik als geneesmiddel en diergeneesmiddel.",
            [SAY_SOURCE_HEROIN] = "Een klein en onstabiel deel van de dosis.",
            [SAY_SOURCE_MORPHINE] = "Komt vooral van geneesmiddelen (morfine, codeïne).",
            [SAY_SOURCE_CODEINE] = "Komt vooral van geneesmiddelen.",
            [SAY_SOURCE_METHADONE] = "Komt vooral van voorgeschreven methadon.",
            [SAY_SOURCE_CATHINONE] =
                "Er is geen gepubliceerd deel van de dosis dat het riool bereikt: alleen vrachten.",
            [SAY_SOURCE_3MMC] = "Een andere stof uit de groep (2-MMC, 3-CMC of 4-MMC) kan op de "
                                "markt de plaats innemen zonder dat 3-MMC dat laat zien.",
            [SAY_SOURCE_3MMC_MISSED] = "Hier niet gemeten: {others}.",
            [SAY_SOURCE_SUM] = "Als één gemeten: welk deel welke stof is, zegt het cijfer niet.",
            [SAY_SOURCE_COTININE] = "Komt ook van nicotinepleisters en -kauwgom.",
            [SAY_SOURCE_BORROWED] = "Van deze stof zijn geen Europese jaarcijfers: hoeveel ze "
                                    "gewoonlijk varieert, is van een andere stof geleend.",

            /* figures */
            [SAY_FIGURE_DATA] = "De getallen van deze figuur",
            [SAY_FIGURE_UNIT] = "mg per dag per 1000 inwoners",
            [SAY_FIGURE_MEAN] = "gemiddelde van de ronde",
            [SAY_FIGURE_MEASUREMENT] = "meetinterval",
            [SAY_FIGURE_LEVEL] = "niveau-interval",
            [SAY_FIGURE_BOUNDS] = "wat dagen onder een grens openlaten",
            [SAY_FIGURE_OPEN_BOUNDS] = "één kant open: een grens is onbekend",
            [SAY_FIGURE_FLAGGED] = "gemiddelde met een gemarkeerde dag",
            [SAY_FIGURE_WITHOUT] = "zonder gemarkeerde dagen",
            [SAY_FIGURE_EVENT] = "ronde rond een evenement, telt niet mee",
            [SAY_FIGURE_NO_MEAN] = "geen gemiddelde mogelijk",
            [SAY_FIGURE_LABORATORY] = "ander laboratorium",
            [SAY_FIGURE_TREND] = "de lijn, en de hellingen binnen haar interval",
            [SAY_FIGURE_ROUND] = "ronde",
            [SAY_FIGURE_COLUMN_MEAN] = "gemiddelde (mg per dag per 1000 inwoners)",
            [SAY_FIGURE_COLUMN_MEASURED_FROM] = "meetinterval van",
            [SAY_FIGURE_COLUMN_MEASURED_TO] = "tot",
            [SAY_FIGURE_COLUMN_LEVEL_FROM] = "niveau-interval van",
            [SAY_FIGURE_COLUMN_LEVEL_TO] = "tot",
            [SAY_FIGURE_COLUMN_LEAST] = "ten minste (dagen onder een grens)",
            [SAY_FIGURE_COLUMN_MOST] = "ten hoogste",
            [SAY_FIGURE_ROUNDS_SHOWN] = "{series}: de gemeten rondes",
            [SAY_FIGURE_ROUNDS_ROSE] = "{series}: over deze {rounds} rondes is het niveau gestegen",
            [SAY_FIGURE_ROUNDS_FELL] = "{series}: over deze {rounds} rondes is het niveau gedaald",
            [SAY_FIGURE_ROUNDS_STABLE] =
                "{series}: over deze {rounds} rondes bleef het niveau binnen"
                " {margin} %",
            [SAY_FIGURE_ROUNDS_NOT_DEMONSTRATED] =
                "{series}: over deze {rounds} rondes is een verandering niet aangetoond",
            [SAY_FIGURE_ROUNDS_ONE] = "{series}: één ronde, een momentopname",
            [SAY_FIGURE_ROUNDS_TOO_FEW] =
                "{series}: {rounds} rondes, te weinig om te zeggen of het niveau"
                " veranderde",
            [SAY_FIGURE_ROUNDS_CANNOT_SAY] =
                "{series}: {rounds} rondes, waaruit niet te zeggen is of het niveau"
                " veranderde",
            [SAY_FIGURE_ROUNDS_CAPTION_MEASURED] =
                "Dikke balken, het meetinterval: hoe goed de vracht van de gemeten"
                " dagen bekend is ({confidence} %).",
            [SAY_FIGURE_ROUNDS_CAPTION_LEVEL] =
                " Dunne lijnen, het niveau-interval: hoe goed het niveau achter een"
                " ronde bekend is, waarvan haar dagen één trekking zijn"
                " ({confidence} %).",
            [SAY_FIGURE_ROUNDS_CAPTION_NONE] = "Er is geen interval te geven.",
            [SAY_FIGURE_ROUNDS_CAPTION_TREND] =
                " De band bevat de hellingen die bij de rondes passen; hij gaat over"
                " deze rondes en zegt niets over latere.",
            [SAY_FIGURE_ROUNDS_CAPTION_BOUNDS] =
                " Een open balk bevat alles wat dagen onder een grens openlaten.",
            [SAY_FIGURE_ROUNDS_CAPTION_LABORATORY] =
                " Tussen rondes is van laboratorium gewisseld: een deel van een"
                " verschil kan daarvan komen.",
            [SAY_FIGURE_SERIES] = "stof en zuivering",
            [SAY_FIGURE_ROUNDS] = "rondes",
            [SAY_FIGURE_DATE] = "dag",
            [SAY_FIGURE_SPAN] = "{from} tot {to}",
            [SAY_FIGURE_DAY] = "een dag",
            [SAY_FIGURE_DAY_FLAGGED] = "een gemarkeerde dag",
            [SAY_FIGURE_DAY_MEAN] = "gemiddelde van de rondes",
            [SAY_FIGURE_BELOW_LIMIT] = "onder een grens: ergens in deze balk",
            [SAY_FIGURE_OPEN_LIMIT] = "onder een onbekende grens",
            [SAY_FIGURE_WEEK] = "{series}: de dagen van de week",
            [SAY_FIGURE_WEEK_WEEKEND] =
                "{series}: vrijdag tot en met maandag hoger dan dinsdag tot en met"
                " donderdag in {more} van {rounds} rondes",
            [SAY_FIGURE_WEEK_CAPTION] =
                "Binnen elke dag staan de rondes in de volgorde van de tijd, de"
                " oudste links. De balken zeggen hoe goed de vracht van een dag"
                " bekend is ({confidence} %). De ene week is de andere niet: losse"
                " dagen zeggen weinig.",
            [SAY_FIGURE_CHANGE_UNIT] = "verandering van de eerdere naar de latere ronde",
            [SAY_FIGURE_CHANGE] = "verandering",
            [SAY_FIGURE_CHANGE_FLAGGED] = "verandering met een gemarkeerde dag",
            [SAY_FIGURE_CHANGE_NONE] = "geen verandering te berekenen",
            [SAY_FIGURE_CHANGE_MEASUREMENT] = "meetinterval: deze weken",
            [SAY_FIGURE_CHANGE_LEVEL] = "interval met de gebruikelijke verandering",
            [SAY_FIGURE_CHANGE_AT_LEAST] = "ten minste {percent}",
            [SAY_FIGURE_CHANGE_BEYOND] = "meer dan gebruikelijk",
            [SAY_FIGURE_CHANGES_SHOWN] = "De veranderingen tussen rondes",
            [SAY_FIGURE_CHANGES_ONE] =
                "De verandering tussen de rondes was niet aantoonbaar groter dan"
                " gebruikelijk",
            [SAY_FIGURE_CHANGES_ONE_BEYOND] =
                "De verandering tussen de rondes was groter dan gebruikelijk",
            [SAY_FIGURE_CHANGES_BEYOND] =
                "{beyond} van {changes} veranderingen tussen rondes groter dan"
                " gebruikelijk",
            [SAY_FIGURE_CHANGES_NONE] =
                "Geen van {changes} veranderingen tussen rondes aantoonbaar groter"
                " dan gebruikelijk",
            [SAY_FIGURE_CHANGES_CAPTION] =
                "De dikke balk zegt hoe goed de verandering tussen deze weken"
                " bekend is. De dunne lijn telt erbij wat een niveau gewoonlijk"
                " tussen rondes verandert; waar 0 erin ligt, is niets aangetoond."
                " Beide gelden met {confidence} %, elk voor zich; het oordeel telt"
                " ook mee naar hoeveel veranderingen is gekeken. Uit twee"
                " rondes blijkt niet hoe het niveau liep.",
            [SAY_FIGURE_CHANGES_CAPTION_LAST] =
                " Van elke reeks is alleen het laatste paar rondes getekend.",
            [SAY_FIGURE_COLUMN_USUAL_FROM] = "met de gebruikelijke verandering van",
            [SAY_FIGURE_COLUMN_VERDICT] = "oordeel",
            [SAY_FIGURE_SAMPLING] = "bemonstering",
            [SAY_FIGURE_ANALYSIS] = "analyse",
            [SAY_FIGURE_FLOW] = "debiet",
            [SAY_FIGURE_CALIBRATION] = "kalibratie",
            [SAY_FIGURE_POPULATION] = "aangesloten inwoners",
            [SAY_FIGURE_DAYS] = "dagen die ontbreken of onder een grens liggen",
            [SAY_FIGURE_BUDGET_UNIT] = "aandeel in de variantie van het gemiddelde",
            [SAY_FIGURE_BUDGET] = "{series}, ronde {round}: het grootste deel van de onzekerheid is"
                                  " {component}",
            [SAY_FIGURE_BUDGET_CAPTION] =
                "De delen van het meetinterval; samen zijn zij 100 %. Meer dagen"
                " helpen tegen fouten van losse dagen, niet tegen fouten die alle"
                " dagen delen.",
            [SAY_FIGURE_COMPONENT] = "onderdeel",
            [SAY_FIGURE_COMPONENT_ONE] = "van één uitslag",
            [SAY_FIGURE_COMPONENT_SHARE] = "aandeel in de variantie",
            [SAY_FIGURE_FLOW_UNIT] = "debiet, m³ per dag",
            [SAY_FIGURE_PEOPLE_UNIT] = "aangesloten inwoners",
            [SAY_FIGURE_FLOW_DAY] = "debiet van een dag",
            [SAY_FIGURE_ODD_DAY] = "een dag waarvan iets is gemeld",
            [SAY_FIGURE_FLOW_INTERVAL] = "interval volgens het budget",
            [SAY_FIGURE_PEOPLE] = "inwoners",
            [SAY_FIGURE_FLOWS] = "{plant}: {flow} m³ per dag, {people} aangesloten inwoners",
            [SAY_FIGURE_FLOWS_CAPTION] =
                "Elke gemeten dag in zijn ronde; de tijd tussen rondes is"
                " weggelaten. Beide getallen zitten in elke vracht: de intervallen,"
                " volgens het onzekerheidsbudget, gelden met {confidence} %.",
        },
};
