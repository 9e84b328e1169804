// CommonMark 0.30 parser: the tree of a Markdown file.
#include <cmark.h>
