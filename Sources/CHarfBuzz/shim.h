// Font subsetting, and the names that a font file tells of itself.
#include <hb.h>
#include <hb-ot.h>
#include <hb-subset.h>
