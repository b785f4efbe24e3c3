/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_FOLLOW_H
#define DOSEAU_IO_FOLLOW_H

/* The path behind a symbolic link, and behind the links that it leads to, whether or not a file is
 * there; a copy of `path` if it is no link. To be freed; NULL with the reason in errno. */
char *follow_links(const char *path);
#endif
