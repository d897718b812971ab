package passo.web.playground;

import io.javalin.http.Context;
import java.util.Optional;
import passo.web.Page;

/// Finds what the playground is opened on by an address.
public interface Sheets {

    /// Empty where there is nothing, or nothing that this learner may see.
    Optional<Sheet> find(Context ctx, Page page);
}
