// HarfBuzz's cutting of fonts.
#include "deferred.h"

#include <hb-subset.h>

LIBRARY("libharfbuzz-subset.so.0", "libharfbuzz-subset0")

DEFERRED(hb_subset_input_t *, hb_subset_input_create_or_fail, (void), ())
DEFERRED(void, hb_subset_input_destroy, (hb_subset_input_t *input), (input))
DEFERRED(hb_set_t *, hb_subset_input_glyph_set, (hb_subset_input_t *input), (input))
DEFERRED(hb_set_t *, hb_subset_input_set, (hb_subset_input_t *input, hb_subset_sets_t set_type), (input, set_type))
DEFERRED(void, hb_subset_input_set_flags, (hb_subset_input_t *input, unsigned int value), (input, value))
DEFERRED(hb_set_t *, hb_subset_input_unicode_set, (hb_subset_input_t *input), (input))
DEFERRED(hb_face_t *, hb_subset_or_fail, (hb_face_t *source, const hb_subset_input_t *input), (source, input))
DEFERRED(hb_subset_plan_t *, hb_subset_plan_create_or_fail,
    (hb_face_t *face, const hb_subset_input_t *input), (face, input))
DEFERRED(void, hb_subset_plan_destroy, (hb_subset_plan_t *plan), (plan))
DEFERRED(hb_face_t *, hb_subset_plan_execute_or_fail, (hb_subset_plan_t *plan), (plan))
DEFERRED(const hb_map_t *, hb_subset_plan_old_to_new_glyph_mapping, (const hb_subset_plan_t *plan), (plan))
