package passo.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passo.school.Roster.Column;
import passo.school.Roster.Doubt;
import passo.school.Roster.Doubt.Kind;
import passo.school.Roster.Field;
import passo.school.Roster.Person;
import passo.school.Roster.Reading;
import passo.school.Roster.Reason;

class RosterTest {

    static final List<Person> THREE = List.of(
            new Person(2, "Araci Conceição de Souza", "20260017", "araci@escola.example"),
            new Person(3, "Ubiratã D'Ávila Neto", "20260018", ""),
            new Person(4, "Iraê Gonçalves", "", "irae@escola.example"));

    @Test void aListOfABrazilianSpreadsheetIsReadWhateverItsEncoding() {
        String text = """
                Matrícula;Nome do aluno;Turma;E-mail\r
                20260017;Araci Conceição de Souza;3º B;araci@escola.example\r
                20260018;Ubiratã D'Ávila Neto;3º B;\r
                ;Iraê Gonçalves;3º B;irae@escola.example\r
                """;
        var columns = List.of(new Column("Matrícula", Field.NUMBER), new Column("Nome do aluno", Field.NAME), new Column("Turma", Field.IGNORED), new Column("E-mail", Field.EMAIL));
        var roster = new Roster(columns, THREE, List.of());

        assertThat(RosterReader.read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(new Reading.Read(roster));
        assertThat(RosterReader.read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))).isEqualTo(new Reading.Read(roster));
        assertThat(RosterReader.read(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(new Reading.Read(roster));
        assertThat(RosterReader.read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(new Reading.Read(roster));
    }

    @Test void commasTabsAndASaidSeparatorAreReadToo() {
        assertThat(people("name,student id,email\nAraci Lima,17,a@b.example\n")).containsExactly(new Person(2, "Araci Lima", "17", "a@b.example"));
        assertThat(people("Nome\tRA\nAraci Lima\t17")).containsExactly(new Person(2, "Araci Lima", "17", ""));
        assertThat(people("sep=|\nNome|RA\nAraci Lima|17")).containsExactly(new Person(3, "Araci Lima", "17", ""));
    }

    @Test void quotesHoldSeparatorsAndQuotes() {
        assertThat(people("Nome;RA\n\"Lima; Araci \"\"Cici\"\"\";17\n")).containsExactly(new Person(2, "Lima; Araci \"Cici\"", "17", ""));
    }

    @Test void nameAndSurnameAreOneName() {
        assertThat(people("Sobrenome;Nome;Número de identificação;Endereço de e-mail\nde Souza;Araci;17;a@b.example"))
                .containsExactly(new Person(2, "Araci de Souza", "17", "a@b.example"));
        assertThat(people("First name,Surname,ID number\nAraci,Lima,17")).containsExactly(new Person(2, "Araci Lima", "17", ""));
    }

    @Test void theNumberOfTheSchoolIsPreferredToTheNumberOfTheRow() {
        assertThat(people("Nº;Aluno(a);RA\n1;Araci Lima;123.456-7")).containsExactly(new Person(2, "Araci Lima", "123.456-7", ""));
        assertThat(people("Nº;Aluno(a)\n1;Araci Lima")).containsExactly(new Person(2, "Araci Lima", "1", ""));
    }

    @Test void otherNamesThanThoseOfLearnersAreIgnored() {
        assertThat(read("Nome da mãe;Nome;Nome de usuário\nX;Araci;araci17").columns()).extracting(Column::field).containsExactly(Field.IGNORED, Field.NAME, Field.IGNORED);
    }

    @Test void withoutAHeaderTheContentSaysWhatItIs() {
        var roster = read("araci@escola.example;Araci Lima;20260017;3º B\nubirata@escola.example;Ubiratã Neto;20260018;3º B");

        assertThat(roster.columns()).containsExactly(new Column("", Field.EMAIL), new Column("", Field.NAME), new Column("", Field.NUMBER), new Column("", Field.IGNORED));
        assertThat(roster.people()).containsExactly(new Person(1, "Araci Lima", "20260017", "araci@escola.example"), new Person(2, "Ubiratã Neto", "20260018", "ubirata@escola.example"));
        assertThat(people("Araci Lima\n\n  \nUbiratã Neto")).containsExactly(new Person(1, "Araci Lima", "", ""), new Person(4, "Ubiratã Neto", "", ""));
    }

    @Test void emptyLinesAndColumnsDoNotCount() {
        assertThat(people("\n;;\nNome;RA;\n;;\nAraci Lima;17;\n;;\n")).containsExactly(new Person(5, "Araci Lima", "17", ""));
    }

    @Test void whatIsDoubtfulIsNamedByItsLine() {
        var roster = read("""
                Nome;RA;E-mail
                Araci Lima;17;araci@escola.example
                ;18;
                ARACI  LÍMA;17;
                Araci Lima;19;
                Ubiratã Neto;;escola.example
                Ubirata Neto;;
                Iraê;%s;
                """.formatted("9".repeat(41)));

        assertThat(roster.doubts()).containsExactly(
                new Doubt(3, Kind.NAMELESS, "18", 0),
                new Doubt(4, Kind.TWICE, "ARACI LÍMA", 2),
                new Doubt(5, Kind.SAME_NAME, "Araci Lima", 2),
                new Doubt(6, Kind.ODD_EMAIL, "escola.example", 0),
                new Doubt(7, Kind.TWICE, "Ubirata Neto", 6),
                new Doubt(8, Kind.LONG, "9".repeat(40), 0));
        assertThat(roster.people()).extracting(Person::line).containsExactly(2, 5, 6, 8);
    }

    @Test void aQuoteThatIsMissingIsNamed() {
        assertThat(read("Nome;RA\n\"Araci;17\nUbiratã;18\n").doubts()).containsExactly(new Doubt(2, Kind.TORN, "Araci;17 Ubiratã;18", 0));
    }

    @Test void whatNobodyCanSeeIsTakenOut() {
        assertThat(people("Nome\nAraci\u202Eamil\u200B\u0000")).containsExactly(new Person(2, "Araciamil", "", ""));
    }

    @Test void whatIsNoListIsRefusedWithItsReason() {
        assertThat(RosterReader.read("")).isEqualTo(new Reading.Refused(Reason.EMPTY, 0));
        assertThat(RosterReader.read("Nome;RA\n")).isEqualTo(new Reading.Refused(Reason.EMPTY, 0));
        assertThat(RosterReader.read("RA;E-mail\n17;a@b.example")).isEqualTo(new Reading.Refused(Reason.NO_NAMES, 0));
        assertThat(RosterReader.read(new byte[] {'P', 'K', 3, 4, 0})).isEqualTo(new Reading.Refused(Reason.SPREADSHEET, 0));
        assertThat(RosterReader.read(new byte[(1 << 20) + 1])).isEqualTo(new Reading.Refused(Reason.TOO_LARGE, (1 << 20) + 1));
    }

    @Test void fiveHundredPeopleFitAndNotOneMore() {
        assertThat(people(many(500))).hasSize(500);
        assertThat(RosterReader.read(many(501))).isEqualTo(new Reading.Refused(Reason.TOO_MANY, 501));
    }

    private static String many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "Learner " + i).collect(Collectors.joining("\n", "Nome\n", ""));
    }

    private static List<Person> people(String text) {
        return read(text).people();
    }

    private static Roster read(String text) {
        return ((Reading.Read) RosterReader.read(text)).roster();
    }
}
