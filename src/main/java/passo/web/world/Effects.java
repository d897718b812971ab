package passo.web.world;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import passo.aws.service.Change;
import passo.json.Json;
import passo.web.Page;
import passo.web.parts.JsonLines;

/// What a run changed in its world: the world before and after, compared by value, and the steps that did it. Made for one page, then
/// dropped.
public final class Effects {

    private static final int DEEP = 5;
    private static final int MOST = 100;

    private final Page page;
    private final Json.Obj before;
    private final Json.Obj after;
    private final List<Change> changes;
    private final IntFunction<String> state;
    private final Set<Change> told = new LinkedHashSet<>();

    /// @param state the name of a step's state
    public Effects(Page page, Json.Obj before, Json.Obj after, List<Change> changes, IntFunction<String> state) {
        this.page = page;
        this.before = before;
        this.after = after;
        // That a function was called is no change: what it did is its own affair.
        this.changes = changes.stream().filter(change -> !change.kind().equals("lambda:invoke")).toList();
        this.state = state;
    }

    /// Thing by thing, in the order of the world; at last what was sent to where the world keeps nothing.
    public List<EffectView> all() {
        var effects = new ArrayList<EffectView>();
        for (String part : names(before, after)) {
            Json.Obj old = object(before.get(part));
            Json.Obj now = object(after.get(part));
            for (String name : names(old, now)) {
                List<EffectView.EntryView> entries = compared(part, name, old.get(name), now.get(name));
                if (!entries.isEmpty()) effects.add(new EffectView(name, title(part), Panel.icon(part), entries));
            }
        }
        changes.stream().filter(change -> !told.contains(change)).map(Change::resource).distinct().forEach(name -> effects.add(sent(name)));
        return effects;
    }

    private EffectView sent(String name) {
        List<Change> all = changes.stream().filter(change -> change.resource().equals(name) && !told.contains(change)).toList();
        String part = part(all.getFirst());
        return new EffectView(name, title(part), Panel.icon(part), all.stream().limit(MOST).map(change -> new EffectView.EntryView("sent", page.text("effect.sent"),
                change.kind(), JsonLines.of(change.detail(), DEEP), steps(List.of(change)))).toList());
    }

    private List<EffectView.EntryView> compared(String part, String name, @Nullable Json old, @Nullable Json now) {
        var entries = new ArrayList<EffectView.EntryView>();
        List<Change> mine = changes.stream().filter(change -> change.resource().equals(name) && part(change).equals(part)).toList();
        told.addAll(mine);
        Json.Obj was = object(old);
        Json.Obj is = object(now);
        for (String member : names(was, is)) {
            if (was.get(member) instanceof Json.Arr || is.get(member) instanceof Json.Arr) {
                items(was, is, member, mine).forEach(entries::add);
            } else {
                entry(member, was.get(member), is.get(member), mine).ifPresent(entries::add);
            }
        }
        if (entries.isEmpty() && old == null && now != null) entry(name, null, now, mine).ifPresent(entries::add);
        return entries.stream().limit(MOST).toList();
    }

    /// Items are told apart by the table's key, else by their value.
    private List<EffectView.EntryView> items(Json.Obj was, Json.Obj is, String member, List<Change> mine) {
        var entries = new ArrayList<EffectView.EntryView>();
        List<Json> old = new ArrayList<>(array(was.get(member)));
        List<Json> now = new ArrayList<>(array(is.get(member)));
        for (Json item : List.copyOf(now)) if (old.remove(item)) now.remove(item);
        for (Json item : List.copyOf(old)) {
            Optional<Json> same = now.stream().filter(other -> isSameKey(is, item, other)).findFirst();
            same.ifPresent(now::remove);
            entry(itemName(item, is), item, same.orElse(null), mine).ifPresent(entries::add);
        }
        for (Json item : now) entry(itemName(item, is), null, item, mine).ifPresent(entries::add);
        return entries;
    }

    private static boolean isSameKey(Json.Obj table, Json one, Json other) {
        List<String> keys = keys(table);
        return !keys.isEmpty() && one instanceof Json.Obj first && other instanceof Json.Obj second
                && keys.stream().allMatch(key -> first.has(key) && first.get(key).equals(second.get(key)));
    }

    private static List<String> keys(Json.Obj table) {
        var keys = new ArrayList<String>();
        for (String key : List.of("partitionKey", "sortKey")) {
            if (table.get(key) instanceof Json.Obj described && described.get("name") instanceof Json.Str(var name)) keys.add(name);
        }
        return keys;
    }

    private String itemName(Json item, Json.Obj table) {
        if (!(item instanceof Json.Obj obj)) return Summary.plain(item);
        List<String> keys = keys(table);
        return keys.isEmpty() ? Summary.plain(item) : String.join(" · ", keys.stream().filter(obj::has).map(key -> key + " " + Summary.plain(obj.get(key))).toList());
    }

    private Optional<EffectView.EntryView> entry(String name, @Nullable Json old, @Nullable Json now, List<Change> mine) {
        if (old != null && old.equals(now)) return Optional.empty();
        String mark = old == null ? "add" : now == null ? "gone" : "mod";
        List<Change> own = mine.stream().filter(change -> isAbout(change.detail(), name, now == null ? old : now)).toList();
        return Optional.of(new EffectView.EntryView(mark, page.text("effect." + mark), name,
                old == null ? JsonLines.of(now, DEEP) : now == null ? JsonLines.of(old, DEEP) : JsonLines.difference(old, now, DEEP), steps(own.isEmpty() ? mine : own)));
    }

    /// Does the detail of a change name the thing, or has the thing what the detail has?
    private static boolean isAbout(Json detail, String name, Json thing) {
        Json.Obj told = object(detail);
        Json.Obj key = told.get("deleted") instanceof Json.Obj deleted ? deleted : told;
        boolean part = thing instanceof Json.Obj item && !key.isEmpty() && key.names().stream().allMatch(member -> key.get(member).equals(item.get(member)));
        return part || Json.of(name).equals(told.get("Key")) || told.values().contains(thing);
    }

    private List<EffectView.StepLink> steps(List<Change> own) {
        return own.stream().map(Change::step).distinct().limit(MOST).map(step -> new EffectView.StepLink(step, state.apply(step))).toList();
    }

    /// The part of the world that a change belongs to.
    private static String part(Change change) {
        String service = change.kind().substring(0, change.kind().indexOf(':'));
        return switch (service) {
            case "states", "sfn" -> "stateMachines";
            case "eventbridge" -> "events";
            default -> service;
        };
    }

    private String title(String part) {
        return page.messages().has("world.part." + part) ? page.text("world.part." + part) : part;
    }

    private static Set<String> names(Json.Obj one, Json.Obj other) {
        var names = new LinkedHashSet<>(one.names());
        names.addAll(other.names());
        return names;
    }

    private static Json.Obj object(@Nullable Json json) {
        return json instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
    }

    private static List<Json> array(@Nullable Json json) {
        return json instanceof Json.Arr arr ? arr.items() : List.of();
    }
}
