// make_demo_card FILE: writes the demo card there.
#include <fstream>
#include <iostream>

#include "demo/demo_card.h"

int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "usage: make_demo_card FILE\n";
        return 2;
    }
    const auto card = groovebench::demo::demo_card();
    if (!card) {
        std::cerr << sentence(card.problem()) << "\n";
        return 1;
    }
    std::ofstream file(words[1], std::ios::binary);
    file.write(groovebench::text_of(*card).data(), std::streamsize(card->size()));
    return file.flush() ? 0 : 1;
}
