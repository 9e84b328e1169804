// Page boxes, languages and objects of finished PDF files.
#include <qpdf/qpdf-c.h>
