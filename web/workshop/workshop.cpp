#include "workshop/workshop.h"

#include <nlohmann/json.hpp>

#include "workshop/any_desk.h"
#include "workshop/backup_desk.h"
#include "workshop/compare_desk.h"
#include "workshop/disk_desk.h"
#include "workshop/sound_desk.h"

namespace groovebench::app {

std::optional<Reply> Workshop::bundle_work(std::string_view work, std::string_view text, Bytes& bytes) {
    if (work == "bundle_begin") return bundles.begin(text, std::move(bytes));
    if (work == "bundle_needed") return bundles.needed(text, std::move(bytes));

    const Asked asked(text);
    if (work == "bundle_sound") return bundles.add_kit(asked.words("path"), std::move(bytes));
    if (work == "bundle_step") return bundles.step();
    if (work == "bundle_end") return bundles.end();
    if (work == "bundle_forget") return bundles.forget();
    if (work == "bundle_open") return bundles.open(asked.words("name"), std::move(bytes));
    if (work == "bundle_known") return bundles.know(asked.words("path"), std::move(bytes));
    if (work == "bundle_plan") return bundles.plan();
    if (work == "bundle_take") return bundles.take(asked.number("index"));
    return {};
}

Reply Workshop::perform(std::string_view work, std::string_view text, Bytes bytes) {
    if (work == "ppak_plan") return ppaks.plan(text, bytes);
    if (work == "ppak_begin") return ppaks.begin(text, bytes);
    if (work == "compare") return compare(text, bytes);
    if (work == "take_over") return take_over(text, bytes);
    if (work == "examine") return examine(bytes);
    if (work == "rebuild") return rebuild(bytes);
    if (work == "fields") return fields(text, bytes);
    if (work == "preflight") return preflight(zips.open_backup(), zips.archive(), text, bytes);
    if (work == "mend") return mend(zips.open_backup(), zips.archive(), text, bytes);
    if (work == "preflight_file") return preflight_file(text, bytes);
    if (work == "mend_file") return mend_file(text, bytes);
    if (work == "compare_beside") return compare_beside(zips.open_backup(), zips.archive(), zips.beside(), text, bytes);
    if (work == "take_from_beside") return take_from_beside(zips.open_backup(), zips.archive(), zips.beside(), text, bytes);
    if (work == "set_value") return set_value(text, std::move(bytes));
    if (work == "opz_disk") return look_at_opz_disk(text);
    if (work == "opz_kit") return look_at_kit(bytes);
    if (work == "opz_blank") return blank_opz_project();
    if (work.starts_with("bundle_"))
        if (auto reply = bundle_work(work, text, bytes)) return *std::move(reply);

    const Asked asked(text);
    if (work == "check_file") return check_file(asked.words("name"), bytes);
    if (work == "file_changes") return file_changes(asked.words("name"), asked.number("before_size"), bytes);
    if (work == "format_page") return format_page(asked.words("name"), bytes);
    if (work == "sound_facts") return sound_facts(bytes, asked.number("size"));
    if (work == "sound_picture") return sound_picture(bytes, u32(asked.number("columns")));
    if (work == "sound") return sound(bytes, asked.number("from"), asked.number("to"));
    if (work == "zip_open") return zips.open(asked.words("name"), std::move(bytes));
    if (work == "zip_read") return zips.read(asked.number("index"));
    if (work == "beside_open") return zips.open_beside(asked.words("name"), std::move(bytes));
    if (work == "pack_file") return zips.put(asked.words("path"), std::move(bytes));
    if (work == "pack_remove") return zips.remove(asked.words("path"));
    if (work == "pack_begin") return zips.begin_packing(asked);
    if (work == "pack_step") return zips.step();
    if (work == "pack_end") return zips.end_packing();
    if (work == "pack_forget") return zips.forget_packing();
    if (work == "ppak_sound") return ppaks.add_sound(asked.words("path"), bytes);
    if (work == "ppak_step") return ppaks.step();
    if (work == "ppak_end") return ppaks.end();
    if (work == "ppak_forget") return ppaks.forget();
    if (work == "kit_file") return kits.put(asked.words("path"), std::move(bytes));
    if (work == "kit_remove") return kits.remove(asked.words("path"));
    if (work == "kit_open") return take_open_into_kit(asked.words("path"));
    if (work == "kit_plan") return kits.plan();
    if (work == "kit_begin") return kits.begin();
    if (work == "kit_step") return kits.step();
    if (work == "kit_end") return kits.end();
    if (work == "kit_forget") return kits.forget();
    return refused("the workshop does not know the work \"" + std::string(work) + "\"");
}

// The archive need not leave the workshop to become what something is built upon.
Reply Workshop::take_open_into_kit(const std::string& path) {
    if (!zips.open_backup()) return refused("no archive of an EP-133 is open");
    Reply packed = zips.pack(Asked(R"({"onto_open":true})"));
    return packed.refusal.empty() ? kits.put(path, std::move(packed.bytes)) : packed;
}

}  // namespace groovebench::app
