/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_SPELLINGS_H
#define DOSEAU_IO_SPELLINGS_H
/* What laboratories and water boards write above columns that several kinds of file have, in
 * English, Dutch, German, French, Spanish and Italian, without a unit. Folded as text_fold does,
 * `;` between. Behind `?` stands a word that means the column only where no other header does: a
 * file may have a site and a sampling point. Names as `meetobject.code` are those of the Dutch
 * exchange format for measurements in water (Aquo, IM Metingen). */

#define PLANT_SPELLINGS                                                                            \
    "wwtp;stp;site;location;rwzi;zuivering;locatie;installatie;treatment_plant;wwtp_name;"         \
    "plant_name;wastewater_treatment_plant;rwzi_naam;naam_rwzi;klaranlage;klaeranlage;"            \
    "station_d'epuration;step;edar;depuradora;depuratore;meetobject.code;?facility;?works;"        \
    "?site_name;?location_name;?sampling_site;?sampling_location;?sampling_point;"                 \
    "?sample_location;?meetpunt;?meetlocatie;?monsterpunt;?monsterlocatie;?bemonsteringspunt;"     \
    "?messstelle;?probenahmestelle;?probenahmeort;?ara;?station"

#define DAY_SPELLINGS                                                                              \
    "day;datum;dag;sample_date;sampling_date;collection_date;date_collected;date_sampled;"         \
    "monsterdatum;datum_monstername;monsternamedatum;bemonsteringsdatum;meetdatum;begindatum;"     \
    "probenahmedatum;entnahmedatum;datum_der_probenahme;probedatum;date_de_prelevement;"           \
    "date_prelevement;fecha;fecha_de_muestreo;data_di_prelievo;data_prelievo;?data;?tag;?jour"

#define SAMPLE_SPELLINGS                                                                           \
    "sample_code;sample_id;monster;monstercode;monsternummer;monster_id;monsternr;sample_no;"      \
    "sample_number;sample_nr;probe;proben_id;probennummer;probennr;probenbezeichnung;"             \
    "echantillon;code_echantillon;muestra;campione;?labnummer;?lab_id;?sample_name"

#define SUBSTANCE_SPELLINGS                                                                        \
    "analyte;compound;residue;parameter;stof;verbinding;analiet;component;componentnaam;"          \
    "component_name;compound_name;analyte_name;substance_name;parameter_name;parameternaam;"       \
    "parameteromschrijving;parameter.omschrijving;stofnaam;analyt;substanz;stoff;verbindung;"      \
    "compose;molecule;compuesto;sustancia;analito;sostanza;composto;?target;?parameter.code;"      \
    "?parametercode;?chemical;?chemical_name"

#define CONCENTRATION_SPELLINGS                                                                    \
    "concentration;conc;conc.;result;concentratie;gehalte;resultaat;uitslag;konzentration;"        \
    "konz;konz.;gehalt;ergebnis;messwert;meetwaarde;numeriekewaarde;numerieke_waarde;"             \
    "meetresultaat;analyseresultaat;result_value;measured_value;resultat;concentracion;"           \
    "resultado;concentrazione;risultato;?value;?waarde;?wert;?valeur;?valor;?valore"

#define LOD_SPELLINGS                                                                              \
    "lod;dl;mdl;detection_limit;limit_of_detection;method_detection_limit;detectiegrens;"          \
    "detectielimiet;aantoonbaarheidsgrens;nachweisgrenze;nwg;ld;limite_de_detection;"              \
    "limite_de_deteccion;limite_di_rilevabilita;?ng"

#define LOQ_SPELLINGS                                                                              \
    "loq;ql;rl;quantification_limit;limit_of_quantification;limit_of_quantitation;"                \
    "quantitation_limit;reporting_limit;rapportagegrens;bepalingsgrens;kwantificatielimiet;"       \
    "kwantificatiegrens;bestimmungsgrenze;bg;lq;limite_de_quantification;"                         \
    "limite_de_cuantificacion;limite_di_quantificazione"

#define QUALIFIER_SPELLINGS                                                                        \
    "qual;qualifiers;data_qualifier;result_qualifier;flag;flags;kwalificatie;limietsymbool;"       \
    "limit_symbol;teken;</>;<"

#define FLOW_SPELLINGS                                                                             \
    "flow;discharge;influent;volume;debiet;influentdebiet;daily_flow;influent_flow;"               \
    "plant_flow;flow_rate;dagdebiet;etmaaldebiet;dagvolume;influentvolume;abfluss;durchfluss;"     \
    "zufluss;zulaufmenge;abwassermenge;debit;debit_journalier;caudal;portata"

#define PEOPLE_SPELLINGS                                                                           \
    "population;people;inhabitants;number_of_inhabitants;inwoners;aantal_inwoners;"                \
    "inwoneraantal;bevolking;population_served;pop_served;people_served;served_population;"        \
    "population_connected;aangesloten_inwoners;einwohner;einwohnerzahl;"                           \
    "angeschlossene_einwohner;habitants;population_raccordee;poblacion;habitantes;abitanti;"       \
    "popolazione"

/* Pollution counted as if people made it: 54 or 60 g of oxygen demand a day is one. */
#define PEOPLE_EQUIVALENT_SPELLINGS                                                                \
    "einwohnerwerte;einwohnerwert;einwohnergleichwerte;einwohnergleichwert;ew;egw;"                \
    "population_equivalent;population_equivalents;people_equivalent;people_equivalents;pe;"        \
    "p.e.;inwonerequivalenten;inwonerequivalent;inwonersequivalenten;i.e.;ie;"                     \
    "vervuilingseenheden;ve;v.e.;equivalent_habitant;equivalents_habitants;"                       \
    "equivalent_habitants;eh;habitantes_equivalentes;abitanti_equivalenti"

#define LABORATORY_SPELLINGS "lab;laboratorium;labor;laboratoire;laboratorio"

#define UNIT_SPELLINGS                                                                             \
    "unit;units;eenheid;concentration_unit;unit_of_measure;units_of_measure;uom;result_unit;"      \
    "result_units;eenheid.code;eenheidcode;einheit;unite;unidad;unita"
#endif
