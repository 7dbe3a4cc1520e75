// Words of an OP-Z's values and the way back, on everything that stands in projects of real machines.
#include "opz/values.h"

#include <gtest/gtest.h>

#include "opz/layout.h"
#include "opz/plugs.h"
#include "projects.h"
#include "schema/by_path.h"

using namespace groovebench;
using namespace groovebench::opz;

namespace {

// Kept where it stands, and never chosen; a mask goes flag by flag.
bool is_only_kept(const Place& place, ByteView file, std::string_view shown) {
    const Field& field = *place.field;
    if (!editable(field) || field.kind == Kind::flags || shown.ends_with("(unknown)")) return true;
    const i64 value = number(place, file);
    return field.kind == Kind::ranged && value != field.none && (value < field.min || value > field.max);
}

// The value with another in its place before: what already stands would be taken in any words.
void expect_taken_back(const std::string& path, const Place& place, ByteView project, Bytes& other) {
    const std::string words = shown_value(place, project);
    if (is_only_kept(place, project, words)) return;
    const auto at = other.begin() + std::ptrdiff_t(place.offset);
    *at ^= std::byte(0x55);
    const auto bytes = written_value(place, other, words);
    ASSERT_TRUE(bytes) << path << ": " << sentence(bytes.problem());
    std::ranges::copy(*bytes, at);
    EXPECT_EQ(shown_value(place, other), words) << path;
    std::ranges::copy(project.subspan(place.offset, place.field->size), at);
}

}  // namespace

TEST(opz_values, whatever_is_shown_is_taken_back_as_it_is_shown) {
    for (const auto& [name, project] : test::all_projects()) {
        Bytes other = project;
        const Schema& schema = project_schema(project.size());
        for (const Field& field : schema.fields) {
            const std::string path(field.name == "patterns" ? "patterns[3]" : field.name);  // one has all kinds of values
            ASSERT_TRUE(each_value(schema, project, path, record_forms(), [&](const std::string& at, const Place& place) {
                expect_taken_back(at, place, project, other);
            }));
        }
    }
}

TEST(opz_values, what_nobody_knows_is_said_to_be_so_and_not_taken) {
    for (const i32 duration : {-256, 0}) {
        EXPECT_EQ(duration_shown(duration), std::to_string(duration) + " (unknown)");
        EXPECT_FALSE(duration_value(duration_shown(duration)));
    }
    EXPECT_EQ(component_shown(Component::jump, 77), "77 (unknown)");
    EXPECT_FALSE(component_value(Component::jump, "77 (unknown)"));
}

TEST(opz_values, every_engine_and_factory_kit_goes_by_its_name) {
    for (const Plug& plug : known_plugs()) EXPECT_EQ(plug_value(plug_shown(plug.id)), plug.id) << plug.name;
    EXPECT_EQ(plug_value(plug_shown(0)), 0u);
    EXPECT_EQ(plug_value(plug_shown(kit_id("mine.aif"))), kit_id("mine.aif"));
}
