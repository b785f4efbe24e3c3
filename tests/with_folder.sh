#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# with_folder.sh FOLDER COMMAND...: runs a test, or skips it (status 77) where its data is not there.
folder=$1
shift
[ -d "$folder" ] && exec "$@"
echo "skipped: no published data in $folder (DOSEAU_SHARED_DIR names another folder)"
exit 77
