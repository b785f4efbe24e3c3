#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# layers.sh FOLDER: checks every #include of lib/, include/ and cli/ in FOLDER against the layers
# below. A public header has the layer of the source of its name, the lowest where several have it
# (io/budget.c reads what model/budget.c defines). The statistics, with their public headers, do not
# know what their numbers are of. Prints FILE:LINE: reason for each include that points the wrong
# way and each word of the field, and fails if there is one.
set -eu
cd "$1"
find include lib cli -name '*.[ch]' -o -name '*.h.in' | LC_ALL=C sort | awk '
BEGIN {
    # A layer, and what it may include.
    below["base"] = "base"
    below["stats"] = "base stats"
    below["model"] = "base model"
    below["analysis"] = "base stats model analysis"
    below["io"] = "base model io"
    below["report"] = "base stats model analysis io report"
    below["doseau.h"] = "base stats model analysis io"
    below["doseau-report.h"] = "doseau.h report"
    below["cli"] = "doseau.h doseau-report.h cli"
    field = "[^a-z](plants?|cit(y|ies)|towns?|municipalit(y|ies)|sewage|wastewater|catchments?|" \
            "drugs?|residues?|substances?|laborator(y|ies)|weeks?|weekdays?|euda)[^a-z]"
    # Headers of other libraries, and the one place that may know them.
    only["gsl/"] = "lib/stats/"
    only["csv.h"] = "lib/io/rows.c"
    only["zip.h"] = "lib/io/zip_parts.c"
    only["expat.h"] = "lib/io/xml_events.c"
    only["jansson.h"] = "lib/io/json_result.c"
    only["nettle/"] = "lib/io/digest.c"
    only["cairo"] = "lib/report/"
    only["librsvg/"] = "lib/report/"
    only["xlsxwriter"] = "lib/report/"
}

{ files[++count] = $0 }
/^lib\/[a-z]+\/[^\/]+\.c$/ {
    split($0, part, /[\/.]/)
    sources[part[3]] = sources[part[3]] " " part[2]
}

function bad(where, reason) { print where ": " reason; failures++ }

function may_include(from, to) { return index(" " below[from] " ", " " to " ") > 0 }

# Of several layers the one that all the others may include.
function lowest(layers,    candidate, count, i, j) {
    count = split(layers, candidate, " ")
    for (i = 1; i <= count; i++) {
        for (j = 1; j <= count && may_include(candidate[j], candidate[i]); j++) continue
        if (j > count) return candidate[i]
    }
    return ""
}

function layer_of(file,    part, layers) {
    if (file ~ /^include\/[^\/]+$/) return substr(file, 9)
    split(file, part, /[\/.]/)
    if (part[1] == "cli") return "cli"
    if (part[1] == "lib") return part[2]
    layers = sources[part[3]]
    if (layers == "") bad(file, "there is no source lib/*/" part[3] ".c of this public header")
    else if (lowest(layers) == "") bad(file, "its sources are in" layers ", none below the other")
    return lowest(layers)
}

# The file of the project that an include names, "" for one of another library.
function ours(file, quoted, target) {
    if (quoted) return (file ~ /^cli/ ? "cli/" : "lib/") target
    return target ~ /^doseau(-report)?(\/|\.h$)/ ? "include/" target : ""
}

function check(where, file, quoted, target,    from, path, prefix) {
    from = layer[file]
    path = ours(file, quoted, target)
    if (file ~ /^include\/doseau(-report)?\.h$/) named[file ":" path] = 1
    if (path == "") {
        for (prefix in only)
            if (index(target, prefix) == 1 && index(file, only[prefix]) != 1)
                bad(where, "only " only[prefix] " may include <" target ">")
    } else if (!(path in layer)) {
        bad(where, target " is not a header of the project as seen from here")
    } else if (quoted && file ~ /^include/) {
        bad(where, "a public header includes the private " target)
    } else if (layer[path] == "" || from == "") {
        return # told already, at the header itself
    } else if (!may_include(from, layer[path])) {
        bad(where, from " includes " target " of " layer[path] ", which is not below it")
    }
}

END {
    for (i = 1; i <= count; i++) {
        path = files[i]
        sub(/\.in$/, "", path)
        layer[path] = layer_of(path)
        if (layer[path] != "" && !(layer[path] in below)) bad(path, "there is no layer " layer[path])
    }
    for (i = 1; i <= count; i++) {
        path = files[i]
        sub(/\.in$/, "", path)
        for (line = 1; (getline text < files[i]) > 0; line++) {
            if (layer[path] == "stats" && match(" " tolower(text) " ", field))
                bad(path ":" line, "statistics know no word of the field: " text)
            if (text !~ /^[ \t]*#[ \t]*include/) continue
            includes++
            if (match(text, /["<][^">]+[">]/))
                check(path ":" line, path, text ~ /"/, substr(text, RSTART + 1, RLENGTH - 2))
            else
                bad(path ":" line, "an include that names no file")
        }
        close(files[i])
    }
    for (path in layer)
        if (match(path, /^include\/doseau(-report)?\//)) {
            umbrella = substr(path, 1, RLENGTH - 1) ".h"
            if (!((umbrella ":" path) in named)) bad(path, umbrella " does not name this header")
        }
    if (failures) exit 1
    if (!includes) { print "there is nothing to check here"; exit 1 }
    print includes " includes in " count " files point downward only"
}'
