#include "convert/input.h"

#include <gtest/gtest.h>

#include "../archive/fixture_files.h"
#include "octatrack/blank.h"
#include "octatrack/project_edit.h"
#include "song.h"

using namespace groovebench;
using namespace groovebench::convert;

TEST(convert_input, a_project_gives_its_slots_tempo_and_the_part_of_the_pattern) {
    Bytes bank = octatrack::blank_bank(), markers = octatrack::blank_markers();
    overlay<octatrack::Bank>(bank)->patterns[4].tail.part = 2;
    auto& record = octatrack::markers_of(*overlay<octatrack::Markers>(markers), {octatrack::Pool::static_pool, 7});
    record = octatrack::whole_sample(500);
    octatrack::cut_into_slices(record, 2);
    std::string text = octatrack::blank_project();
    const octatrack::SlotRef slot{octatrack::Pool::static_pool, 7};
    text.insert(text.rfind("############################"),
                octatrack::sample_block(slot, {.path = "../AUDIO/caf\xE9.wav", .gain = 50}) + "\r\n");
    const auto project = octatrack::open_project(bytes_of(text));
    ASSERT_TRUE(project);
    const auto input = input_of(*overlay<octatrack::Bank>(bank), 0, 4, *project, overlay<octatrack::Markers>(markers), "SET");
    EXPECT_EQ(input.part, &overlay<octatrack::Bank>(bank)->parts[2]);
    EXPECT_EQ(input.tempo_x24, 2880);
    ASSERT_EQ(input.slots.size(), 1u);
    EXPECT_EQ(input.slots.at(slot).path, "../AUDIO/caf\xC3\xA9.wav");
    EXPECT_EQ(input.slots.at(slot).trim, (Span{0, 500}));
    EXPECT_EQ(input.slots.at(slot).slices, (std::vector<Span>{{0, 250}, {250, 500}}));
    EXPECT_EQ(input.slots.at(slot).attributes.gain, 50);
}

TEST(convert_input, every_pattern_of_a_device_makes_a_plan_that_holds_together) {
    std::size_t notes = 0;
    for (const char* ending : {"bank01.work", "bank01.strd"})
        for (const auto& path : test::fixtures("octatrack", ending)) {
            const Bytes file = test::load(path);
            const auto bank = octatrack::open_bank(file);
            if (!bank) continue;
            const std::string text = octatrack::blank_project();
            const auto project = octatrack::open_project(bytes_of(text));
            for (int pattern = 0; pattern < 16; pattern++) {
                ConversionInput input = input_of(**bank, 0, pattern, *project, nullptr, "SET");
                for (int slot = 1; slot <= 128; slot++)
                    for (auto pool : {octatrack::Pool::flex, octatrack::Pool::static_pool})
                        input.slots[{pool, slot}] = {
                            .path = std::to_string(slot) + ".wav", .rate = 44100, .channels = 1, .frames = 1000};
                const Plan plan = plan_conversion(input);
                for (const auto& group : plan.notes) notes += group.size();
                EXPECT_EQ(plan.pads.empty(), plan.sounds.empty());
            }
        }
    std::cout << "notes planned: " << notes << "\n";
}

TEST(convert_input, the_published_trigs_of_a_real_bank_become_their_notes) {
    for (const auto& path : test::fixtures("octatrack/octapy-hello-flex", "bank01.work")) {
        const Bytes file = test::load(path);
        const auto bank = octatrack::open_bank(file);
        ASSERT_TRUE(bank);
        const std::string text = octatrack::blank_project();
        ConversionInput input = input_of(**bank, 0, 0, *octatrack::open_project(bytes_of(text)), nullptr, "HELLO");
        for (int slot = 1; slot <= 8; slot++)
            input.slots[{octatrack::Pool::flex, slot}] = {
                .path = std::to_string(slot) + ".wav", .rate = 44100, .channels = 1, .frames = 100};
        const Plan plan = plan_conversion(input);
        std::vector<int> on_pad_1;
        for (const auto& note : plan.notes[0])
            if (note.pad == 1 && note.velocity == 127) on_pad_1.push_back(int(note.position) / 24 + 1);
        EXPECT_EQ(on_pad_1, (std::vector<int>{1, 3, 5, 7, 8, 10, 12, 14, 15}));
        EXPECT_TRUE(test::reported(plan, "T1 · steps 1, 3, 5, 7, 8, 10, 12, 14, 15: the condition 87 % is not taken over"))
            << test::report_of(plan);
    }
}
