// Reading QR codes in pictures.
#include <zbar.h>
