package passo.web.teach;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    static final Password HORSE = new Password("correct horse battery");

    final Passwords passwords = new Passwords();

    @Test void aPasswordFitsWhatIsKeptOfItAndNothingElse() {
        Optional<String> kept = Optional.of(passwords.hash(HORSE));

        assertThat(kept.get()).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[\\w+/]{22}\\$[\\w+/]{43}").isNotEqualTo(passwords.hash(HORSE));
        assertThat(passwords.fits(HORSE, kept)).isTrue();
        assertThat(passwords.fits(new Password("correct horse batterz"), kept)).isFalse();
        assertThat(passwords.fits(HORSE, Optional.empty())).isFalse();
    }

    @Test void whatWasMadeWithOtherParametersIsReadAndKnownToBeOutgrown() {
        String old = Argon2Function.getInstance(8_192, 3, 1, 32, Argon2.ID).hash(HORSE.text(), "a salt of no note").getResult();

        assertThat(passwords.fits(HORSE, Optional.of(old))).isTrue();
        assertThat(Passwords.isOutgrown(old)).isTrue();
        assertThat(Passwords.isOutgrown(passwords.hash(HORSE))).isFalse();
    }

    /// "Résumé" may be written with its accents apart.
    @Test void theKeyboardDoesNotMatter() {
        assertThat(new Password("Re\u0301sume\u0301 da noite")).isEqualTo(new Password("Résumé da noite"));
    }

    @Test void isNotPrinted() {
        assertThat(HORSE.toString()).doesNotContain("horse");
    }

    @ParameterizedTest @ValueSource(strings = {"correct horse battery", "chuva na laje quente", "Tr0ub4dor&3xy", "ação-e-reação", "9f2c71d04be8"})
    void anythingLongWillDo(String text) {
        assertThat(new Password(text).flaw("marta")).isEmpty();
    }

    @Test void lengthIsCountedInCharactersAsPeopleCountThem() {
        assertThat(new Password("🌊🌴🥥🐚🦀").flaw("")).hasValue(Password.Flaw.SHORT);
        assertThat(new Password("only eleven").flaw("")).hasValue(Password.Flaw.SHORT);
        assertThat(new Password("ab".repeat(101)).flaw("")).hasValue(Password.Flaw.LONG);
    }

    @Test void theNameIsNoPassword() {
        assertThat(new Password(" Marta@escola.example").flaw("marta@escola.example")).hasValue(Password.Flaw.NAME);
    }

    @ParameterizedTest @ValueSource(strings = {"aaaaaaaaaaaa", "123456789012", "0987654321098", "abcdefghijkl", "qwertyuiop123", "asdfghjkl1234", "passwordpassword", "senha123senha123", "            ", "121212121212"})
    void whatTakesNoEffortIsRefused(String text) {
        assertThat(new Password(text).flaw("")).hasValue(Password.Flaw.PLAIN);
    }
}
