package passo.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import passo.lab.Examples;
import passo.lab.exercise.Curriculum;
import passo.lab.notes.Notes;
import passo.lab.reference.Reference;
import passo.study.Questions;

/// All content. As it is shipped it is read once, while the server already listens: who asks for some of it before it is read, waits. In
/// development it is read anew at each question.
public record Library(Supplier<Examples> examples, Supplier<Curriculum> curriculum, Supplier<Notes> notes, Supplier<Reference> reference, Supplier<Questions> questions) {

    /// Begins to read it.
    public static Library load(boolean development) {
        if (development) return open(true, Examples.source(true));
        var examples = new CompletableFuture<Supplier<Examples>>();
        var all = new CompletableFuture<Library>();
        Thread.ofPlatform().name("content").daemon().start(() -> {
            try {
                examples.complete(Examples.source(false));
                all.complete(open(false, examples.join()));
            } catch (RuntimeException broken) {
                examples.completeExceptionally(broken);
                all.completeExceptionally(broken);
            }
        });
        return new Library(() -> read(examples).get(), later(all, Library::curriculum), later(all, Library::notes), later(all, Library::reference), later(all, Library::questions));
    }

    private static Library open(boolean development, Supplier<Examples> examples) {
        var curriculum = Curriculum.source(development);
        var notes = Notes.source(development, curriculum, examples);
        return new Library(examples, curriculum, notes, Reference.source(development, curriculum, notes), Questions.source(development, curriculum));
    }

    private static <T> Supplier<T> later(CompletableFuture<Library> library, Function<Library, Supplier<T>> part) {
        return () -> part.apply(read(library)).get();
    }

    private static <T> T read(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException broken) {
            if (broken.getCause() instanceof RuntimeException cause) throw cause;
            throw broken;
        }
    }

    /// Waits until all of it is read.
    ///
    /// @throws IllegalArgumentException if anything is wrong with it; the message names the file and the reason
    public void check() {
        examples.get();
        curriculum.get();
        notes.get();
        reference.get();
        questions.get();
    }
}
