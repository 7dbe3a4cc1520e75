// The files of a folder in the tree, whatever they are, with the folders in it.
#pragma once

#include "session/session.h"

namespace groovebench::app {

// What can be done with a file or a project of the tree: asked for by a row, drawn at the end of the tree.
void offer(Session&, std::string path);
void tree_menu(Session&);

void file_tree(Session&, const std::string& folder, int depth);

}  // namespace groovebench::app
