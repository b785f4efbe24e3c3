#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# with_python.sh SCRIPT ARGUMENT...: runs a test in Python, or skips it (status 77) without that.
command -v python3 >/dev/null && exec python3 "$@"
echo "skipped: no python3 for ${1##*/}"
exit 77
