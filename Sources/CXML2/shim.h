#ifndef CXML2_SHIM_H
#define CXML2_SHIM_H

#include <libxml/xmlversion.h>

/* encoding.h would declare ICU's types, which Foundation brings with it in another version; nothing here uses them. */
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>

#endif
