package passo.web.teach;

import java.text.NumberFormat;
import java.util.List;
import passo.store.Instance;
import passo.web.Page;

/// What the owner may want to know of the instance.
public record Facts(Instance instance) {

    List<AdminView.Fact> of(Page page) {
        return List.of(
                new AdminView.Fact(page.text("teach.fact.version"), version(page)),
                new AdminView.Fact(page.text("teach.fact.database"), instance.database()),
                new AdminView.Fact(page.text("teach.fact.migration"), instance.migration()),
                new AdminView.Fact(page.text("teach.fact.learners"), figure(page, instance.learners())),
                new AdminView.Fact(page.text("teach.fact.classes"), figure(page, instance.classes())));
    }

    private static String figure(Page page, int count) {
        return NumberFormat.getInstance(page.language().locale()).format(count);
    }

    /// As the build wrote it into the jar; started from its classes, there is none.
    private static String version(Page page) {
        String version = Facts.class.getPackage().getImplementationVersion();
        return version == null ? page.text("teach.fact.unbuilt") : version;
    }
}
