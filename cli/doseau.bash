# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of doseau for bash: commands, options, their words; else names of files.

_doseau_options() { # COMMAND
    local dialect='--encoding --delimiter --decimal --date-order --sheet'
    local results="$dialect --zero --map"
    case $1 in
        check) echo --format --output --provenance --round-by --gap --sums --rules $results ;;
        load) echo --format --output --provenance --round-by --gap --sums --alpha $results ;;
        round)
            echo --format --output --provenance --round-by --gap --sums --alpha --missing --convention --prior \
                --exclude-flagged --budget --draws --seed $results
            ;;
        compare)
            echo --format --output --provenance --round-by --gap --sums --alpha --prior --adjust --primary \
                --pairs --baseline --rounds --margin --exclude-flagged $results
            ;;
        spike) echo --format --output --provenance --round-by --gap --sums --all --limits $results ;;
        trend)
            echo --format --output --provenance --round-by --gap --sums --alpha --prior --adjust --primary \
                --margin --seed --draws --exclude-flagged $results
            ;;
        explain)
            echo --format --output --provenance --round-by --gap --sums --alpha --missing --convention --prior \
                --adjust --primary --pairs --baseline --margin --seed --draws --id --plant --substance \
                --date --round --weekday --compare --trend $results
            ;;
        report)
            echo --format --output --provenance --lang --figures --type --dpi --axis --small-catchment --round-by \
                --gap --sums --alpha --prior \
                --pairs --baseline --rounds --adjust --primary --margin --seed --draws $results
            ;;
        series)
            echo --format --output --provenance --alpha --list --seed --draws --most --margin --prior-s \
                --prior-d --at --floor --effect --power $dialect
            ;;
        diff) echo --format --output --provenance ;;
        convert) echo --output --provenance --round-by --gap --to --csv $results ;;
        map) echo --format --output --provenance $dialect ;;
        substances) echo --format --output --provenance ;;
    esac
    echo --help -o -h
}

_doseau_values() { # OPTION COMMAND; fails for one that takes no words
    case $1 in
        --format) [[ $2 == report ]] && echo html xlsx json || echo table csv json ;;
        --round-by) echo file gap week month year ;;
        --missing) echo model present stratified refuse ;;
        --convention) echo doseau euda ;;
        --prior) echo EU NL pooled ;;
        --pairs) echo last consecutive baseline all ;;
        --adjust) echo holm bh none ;;
        --encoding) echo utf-8 windows-1252 latin-1 utf-16le utf-16be ;;
        --delimiter) echo comma semicolon tab ;;
        --decimal) echo comma point ;;
        --date-order) echo dmy mdy ymd ;;
        --sums) echo file known none ;;
        --zero) echo refused not_detected below_loq ;;
        --lang) echo en nl ;;
        --axis) echo linear log ;;
        --type) echo svg pdf png ;;
        --to) echo native european tidy odm odm-wide ;;
        --csv) echo plain dutch ;;
        *) return 1 ;;
    esac
}

_doseau() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        words='check load round compare trend spike report explain series convert diff map substances --help --version -h -V'
    else
        # bash parts --format=csv at the `=`.
        [[ $word == = ]] && word=
        [[ $before == = ]] && before=${COMP_WORDS[COMP_CWORD - 2]}
        if ! words=$(_doseau_values "$before" "${COMP_WORDS[1]}"); then
            [[ $word == -* ]] || return
            words=$(_doseau_options "${COMP_WORDS[1]}")
        fi
    fi
    COMPREPLY=($(compgen -W "$words" -- "$word"))
}

complete -o default -F _doseau doseau
