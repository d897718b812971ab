package passo.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import passo.lab.Examples;
import passo.lab.exercise.Curriculum;
import passo.lab.notes.Notes;
import passo.lab.reference.Reference;
import passo.study.Questions;

/// All content. As it is shipped it is read once; in development it is read anew at each question.
public record Library(Supplier<Curriculum> curriculum, Supplier<Examples> examples, Supplier<Notes> notes, Supplier<Reference> reference,
        Supplier<Questions> questions) {

    /// A library that is read meanwhile: the database, too, takes its time to open.
    public static final class Loading {

        private final CompletableFuture<Library> library;

        private Loading(CompletableFuture<Library> library) {
            this.library = library;
        }

        /// Waits until it is read.
        ///
        /// @throws IllegalArgumentException if anything is wrong with the content; the message names the file and the reason
        Library read() {
            try {
                return library.join();
            } catch (CompletionException broken) {
                if (broken.getCause() instanceof RuntimeException cause) throw cause;
                throw broken;
            }
        }
    }

    /// Begins to read it.
    public static Loading load(boolean development) {
        return new Loading(CompletableFuture.supplyAsync(() -> open(development)));
    }

    private static Library open(boolean development) {
        var curriculum = Curriculum.source(development);
        var examples = Examples.source(development);
        var notes = Notes.source(development, curriculum, examples);
        return new Library(curriculum, examples, notes, Reference.source(development, curriculum, notes), Questions.source(development, curriculum));
    }
}
