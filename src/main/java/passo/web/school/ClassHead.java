package passo.web.school;

import java.util.List;
import passo.school.Classroom;
import passo.web.Page;

/// The head of a class's pages: which class it is, and the tabs to its other pages. Printed by `school/head.jte`.
///
/// @param here the last part of the address of the page that is shown; empty for the panel
public record ClassHead(String code, String name, String address, String here, List<Tab> tabs) {

    private static final List<String> PAGES = List.of("", "people", "plan", "grades");

    public record Tab(String here, String address, String text) {}

    public static ClassHead of(Page page, Classroom classroom, String here) {
        String address = page.to(path(classroom));
        return new ClassHead(classroom.code(), classroom.name(), address, here, PAGES.stream()
                .map(tab -> new Tab(tab, tab.isEmpty() ? address : address + "/" + tab, page.text("school.tab." + (tab.isEmpty() ? "panel" : tab)))).toList());
    }

    /// The address of a class for its teacher, without the language.
    public static String path(Classroom classroom) {
        return "/teach/classes/" + classroom.code();
    }
}
