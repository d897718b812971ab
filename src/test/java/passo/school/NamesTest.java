package passo.school;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {

    @Test void aNameIsOneLineOfWhatCanBeSeen() {
        assertThat(Names.line("  João\t da \n Silva ", 80)).isEqualTo("João da Silva");
        assertThat(Names.line("Joa\u0303o", 80)).isEqualTo("João");
        assertThat(Names.line("abc\u202Efed\u0000\u200B", 80)).isEqualTo("abcfed");
        assertThat(Names.line("\u200B \t", 80)).isEmpty();
    }

    @Test void aNameThatIsTooLongIsCutBetweenCharacters() {
        assertThat(Names.line("abcdef", 3)).isEqualTo("abc");
        assertThat(Names.line("ab😀", 3)).isEqualTo("ab");
        assertThat(Names.line("a😀b", 3)).isEqualTo("a😀");
    }

    @Test void accentsCapitalLettersAndSpacesDoNotTellNamesApart() {
        assertThat(Names.key("  JOÃO d'Ávila-Conceição ")).isEqualTo(Names.key("joao D Avila Conceicao"));
        assertThat(Names.key("João")).isNotEqualTo(Names.key("Joana"));
    }

    @Test void aCodeIsReadHoweverItIsTyped() {
        assertThat(Classroom.code(" mkr 7q4 ")).isEqualTo("MKR-7Q4");
        assertThat(Classroom.code("MKR-7Q4")).isEqualTo("MKR-7Q4");
        assertThat(Classroom.code("mkr")).isEqualTo("MKR");
        assertThat(Classroom.newCode()).matches("[B-Z]{3}-[B-Z2-9]{3}").satisfies(code -> assertThat(Classroom.code(code)).isEqualTo(code));
    }
}
