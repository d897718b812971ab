package passo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A server behind others, which say in headers who asks and how.
class ProxyTest {

    /// More than one address may try in ten minutes.
    private static final int MANY = 110;

    @Test void itCountsForTheAddressThatTheProxySawWhateverTheBrowserClaims() {
        try (var server = RunningServer.behindProxies(1)) {
            tryOften(server, "10.0.0.1");

            assertThat(tries(server, "10.0.0.1", "192.0.2.7, 10.0.0.1", "10.0.0.2")).containsExactly(429, 429, 200);
        }
    }

    @Test void itCountsForTheAddressThatTheFirstOfTwoSaw() {
        try (var server = RunningServer.behindProxies(2)) {
            tryOften(server, "192.0.2.7, 10.0.0.1, 10.0.1.1");

            assertThat(tries(server, "10.0.0.1, 10.0.1.1", "10.0.0.2, 10.0.1.1", "10.0.0.1")).containsExactly(429, 200, 200);
        }
    }

    @Test void itBelievesNoHeaderWhereThereIsNoProxy() {
        try (var server = RunningServer.behindProxies(0)) {
            tryOften(server, "10.0.0.1");

            assertThat(tries(server, "10.0.0.2")).containsExactly(429);
        }
    }

    @Test void itsCookiesAreSecureWhereTheProxySpeaksTls() {
        try (var server = RunningServer.behindProxies(1)) {
            String draft = "definition={}&input=1&world={}";

            assertThat(server.postForm("/drafts/hello", draft).headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
            assertThat(server.postForm("/drafts/hello", draft, "X-Forwarded-Proto", "https").headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("Secure", "HttpOnly", "SameSite=Lax");
        }
    }

    private static void tryOften(RunningServer server, String forwarded) {
        assertThat(tries(server, Collections.nCopies(MANY, forwarded).toArray(String[]::new))).startsWith(200).endsWith(429);
    }

    private static List<Integer> tries(RunningServer server, String... forwarded) {
        return Stream.of(forwarded).map(addresses -> server.postForm("/en/me/enter", "phrase=x", "X-Forwarded-For", addresses).statusCode()).toList();
    }
}
