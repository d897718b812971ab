package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passo.lab.Sensitive.Finding;
import passo.lab.Sensitive.Kind;

class SensitiveTest {

    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "ACCOUNT     | arn:aws:lambda:us-east-1:210987654321:function:f            | arn:aws:lambda:us-east-1:111122223333:function:f",
            "ACCOUNT     | arn:aws:iam::210987654321:role/r                            | arn:aws:iam::111122223333:role/r",
            "ACCOUNT     | https://sqs.us-east-1.amazonaws.com/210987654321/q          | https://sqs.us-east-1.amazonaws.com/111122223333/q",
            "ACCOUNT     | 210987654321.dkr.ecr.us-east-1.amazonaws.com/image          | 111122223333.dkr.ecr.us-east-1.amazonaws.com/image",
            "ACCOUNT     | {\"accountId\": \"210987654321\"}                           | {\"accountId\": \"111122223333\"}",
            "ACCOUNT     | conta: 210987654321                                         | conta: 111122223333",
            "ACCESS_KEY  | {\"key\": \"AKIAQ3EGTXK5WQ7JN2PD\"}                         | {\"key\": \"AKIAIOSFODNN7EXAMPLE\"}",
            "ACCESS_KEY  | key: ASIAQ3EGTXK5WQ7JN2PD                                   | key: AKIAIOSFODNN7EXAMPLE",
            "SECRET_KEY  | \"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\"                | \"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\"",
            "TOKEN       | Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J | Bearer example-token",
            "EMAIL       | {\"to\": \"maria.silva+aws@correio.com.br\"}                | {\"to\": \"ana@example.com\"}",
            "CPF         | {\"cpf\": \"529.982.247-25\"}                               | {\"cpf\": \"111.444.777-35\"}",
            "CPF         | {\"documento\": 52998224725}                                | {\"documento\": 11144477735}",
            "CPF         | s3://clientes/52998224725.json                              | s3://clientes/11144477735.json",
            "CNPJ        | {\"cnpj\": \"45.723.174/0001-10\"}                          | {\"cnpj\": \"11.222.333/0001-81\"}",
            "CNPJ        | 45723174000110                                              | 11222333000181",
            "CNPJ        | 12.ABC.345/01DE-35                                          | 11.222.333/0001-81",
            "CARD        | {\"card\": \"4539 1488 0343 6467\"}                         | {\"card\": \"4111 1111 1111 1111\"}",
            "CARD        | {\"card\": 4539148803436467}                                | {\"card\": 4111111111111111}",
            "CARD        | 3714-496353-98431                                           | 4111 1111 1111 1111",
            "PHONE       | +55 (11) 98765-4321                                         | +55 11 90000-0000",
            "PHONE       | +5511987654321                                              | +55 11 90000-0000",
            "PHONE       | fale com (11) 3456-7890                                     | fale com (11) 90000-0000",
            "PHONE       | 11 98765-4321                                               | 11 90000-0000",
            "PHONE       | {\"telefone\": \"11987654321\"}                             | {\"telefone\": \"11900000000\"}"})
    void isFoundOnceAndItsExampleIsNot(Kind kind, String text, String mended) {
        var found = Sensitive.in(text);

        assertThat(found).extracting(Finding::kind).containsExactly(kind);
        assertThat(found.getFirst().mended(text)).isEqualTo(mended);
        assertThat(Sensitive.in(mended)).isEmpty();
    }

    @ParameterizedTest @ValueSource(strings = {
            "arn:aws:states:us-east-1:111122223333:stateMachine:passo",
            "arn:aws:lambda:us-east-1:123456789012:function:from-the-documentation",
            "\"id\": \"550e8400-e29b-41d4-a716-446655440000\"",
            "\"id\": \"52998224-7252-4529-9822-529982247252\"",
            "\"at\": \"2026-01-01T12:00:00.000Z\"", "\"at\": 1767268800", "\"at\": 1767268800000", "\"at\": 1767268800000000",
            "backup-20260131235959.zip", "\"at\": \"20260131235959\"",
            "\"order\": \"A-100\"", "\"order\": 12345678901", "\"order\": \"210987654321\"", "\"order\": \"2026010100001234\"", "order-52998224725",
            "\"sha1\": \"da39a3ee5e6b4b0d3255bfef95601890afd80709\"", "\"job\": \"jr_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"",
            "entrada/2026/01/31/vendas/Loja1/Arquivo1", "ana@example.com", "joão@exemplo.com.br", "ana@loja.test",
            "$.orders[?(@.total > 10)]", "{% $sum(items.price) + 1000000000 %}", "1.52998224725", "1e+5511987654321",
            "\"cpf\": \"111.111.111-11\"", "\"cpf\": \"529.982.247-26\"", "\"cep\": \"01310-100\"", "+1-202-555-0143", "3.1.4-2026"})
    void isNoneOfThem(String text) {
        assertThat(Sensitive.in(text)).isEmpty();
    }

    @Test void aPrivateKeyIsOneThingHoweverLong() {
        var text = "{\"a\": 1,\n \"pem\": \"-----BEGIN RSA PRIVATE KEY-----\\nMIIEow" + "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5z1+2\\n".repeat(20)
                + "-----END RSA PRIVATE KEY-----\"}";

        assertThat(Sensitive.in(text)).extracting(Finding::kind, Finding::line).containsExactly(tuple(Kind.PRIVATE_KEY, 2));
        assertThat(Sensitive.in(text).getFirst().mended(text)).isEqualTo("{\"a\": 1,\n \"pem\": \"EXAMPLE PRIVATE KEY\"}");
    }

    @Test void severalAreFoundInTheirOrderWithTheirLines() {
        var text = "{\n  \"mail\": \"eva@correio.com.br\",\n  \"cpf\": \"529.982.247-25\", \"again\": \"52998224725\"\n}";

        assertThat(Sensitive.in(text)).extracting(Finding::line, Finding::text).containsExactly(
                tuple(2, "eva@correio.com.br"),
                tuple(3, "529.982.247-25"),
                tuple(3, "52998224725"));
    }

    @Test void nothingOfOursIsPointedOut() throws IOException {
        try (var files = Files.walk(Path.of("exercises/examples"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) assertThat(Sensitive.in(Files.readString(file))).as(file.toString()).isEmpty();
        }
    }
}
