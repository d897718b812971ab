package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The attributes that an answer is to have: `a, b.c, d[0]`. DynamoDB, "Projection expressions".
final class ProjectionParser extends Parser {

    ProjectionParser(String field, String text, Placeholders placeholders) {
        super(field, text, placeholders, Set.of());
    }

    List<Path> paths() {
        var paths = new ArrayList<Path>();
        do paths.add(path());
        while (tokens.accept(","));
        expectEnd();
        checkApart(paths);
        return List.copyOf(paths);
    }
}
