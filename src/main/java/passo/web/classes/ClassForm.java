package passo.web.classes;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import passo.school.Classroom;
import passo.school.Names;
import passo.web.Page;
import passo.web.Zone;
import passo.web.parts.Form;

/// The name and the time zone of a class, as somebody writes them. Printed by `classes/fields.jte`.
///
/// @param isNew was nothing chosen yet? Then the browser chooses its own zone
/// @param wrong what is wrong, by the field it is wrong with
public record ClassForm(String name, String zone, boolean isNew, Map<String, String> wrong) {

    private static final int LONGEST = 1000;
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC")).sorted().toList();

    static ClassForm empty(Context ctx) {
        return new ClassForm("", Zone.of(ctx).getId(), true, Map.of());
    }

    static ClassForm of(Classroom classroom) {
        return new ClassForm(classroom.name(), classroom.zone().getId(), false, Map.of());
    }

    static ClassForm read(Context ctx, Page page) {
        String name = Names.line(Form.field(ctx, "name", LONGEST), LONGEST);
        String zone = Form.field(ctx, "zone", LONGEST);
        Map<String, String> wrong = new LinkedHashMap<>();
        if (name.isEmpty()) wrong.put("name", page.text("classes.name.missing"));
        if (name.length() > Classroom.LONGEST_NAME) wrong.put("name", page.text("classes.name.long", name.length(), Classroom.LONGEST_NAME));
        if (!ZONES.contains(zone)) wrong.put("zone", page.text("classes.zone.unknown"));
        return new ClassForm(name, zone, false, wrong);
    }

    public boolean isGood() {
        return wrong.isEmpty();
    }

    public String complaint(String field) {
        return wrong.getOrDefault(field, "");
    }

    /// To choose from.
    public List<String> zones() {
        return ZONES;
    }
}
