#include <libxml/xmlversion.h>
// Debian's headers include those of ICU, which clash with Foundation's own copy; nothing here
// touches the one structure that depends on it.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
