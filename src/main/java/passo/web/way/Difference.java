package passo.web.way;

import passo.json.Json;

/// How many fields a value has gained, lost and changed beside another: a field that came or went is one, however much is in it.
record Difference(int added, int gone, int changed) {

    private static final Difference NONE = new Difference(0, 0, 0);

    static Difference of(Json before, Json after) {
        if (before.equals(after)) return NONE;
        if (before instanceof Json.Obj old && after instanceof Json.Obj now) {
            Difference all = NONE;
            for (String name : old.names()) all = all.plus(now.has(name) ? of(old.get(name), now.get(name)) : new Difference(0, 1, 0));
            for (String name : now.names()) all = all.plus(new Difference(old.has(name) ? 0 : 1, 0, 0));
            return all;
        }
        if (before instanceof Json.Arr old && after instanceof Json.Arr now) {
            Difference all = new Difference(Math.max(0, now.size() - old.size()), Math.max(0, old.size() - now.size()), 0);
            for (int i = 0; i < Math.min(old.size(), now.size()); i++) all = all.plus(of(old.get(i), now.get(i)));
            return all;
        }
        return before instanceof Json.Obj old ? new Difference(0, old.size(), 1) : new Difference(0, 0, 1);
    }

    private Difference plus(Difference other) {
        return new Difference(added + other.added, gone + other.gone, changed + other.changed);
    }
}
