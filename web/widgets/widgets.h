// All of the widgets. A panel includes this.
#pragma once

#include "widgets/button.h"
#include "widgets/drag.h"
#include "widgets/field.h"
#include "widgets/hex.h"
#include "widgets/layout.h"
#include "widgets/picture.h"
#include "widgets/popup.h"
#include "widgets/row.h"
#include "widgets/step.h"
#include "widgets/words.h"
