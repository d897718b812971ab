package passo.web.me;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhraseTest {

    @Test void theListHoldsPlainShortWordsOnceEach() {
        assertThat(Phrase.LIST).doesNotHaveDuplicates().allMatch(word -> word.matches("[a-z]{3,8}"));
    }

    @Test void aPhraseIsMoreThanSixtyBits() {
        assertThat(Phrase.WORDS * Math.log(Phrase.LIST.size()) / Math.log(2)).isGreaterThan(60);
        assertThat(Phrase.random().words()).hasSize(Phrase.WORDS).isSubsetOf(Phrase.LIST);
        assertThat(Phrase.random()).isNotEqualTo(Phrase.random());
    }

    @Test void howItIsTypedDoesNotMatter() {
        assertThat(Phrase.read("  1. Praia, LIMÃO-sol\n areia ")).isEqualTo(Phrase.read("praia limao sol areia"));
        assertThat(Phrase.read("praia xyzzy areia").unknown()).containsExactly("xyzzy");
        assertThat(Phrase.read(" ").words()).isEmpty();
    }

    @Test void itsHashHangsOnTheKeyAndOnTheOrder() {
        String hash = Phrase.read("praia areia").hash(new byte[] {1});

        assertThat(hash).hasSize(64).isEqualTo(Phrase.read("Praia Areia").hash(new byte[] {1}));
        assertThat(hash).isNotEqualTo(Phrase.read("praia areia").hash(new byte[] {2})).isNotEqualTo(Phrase.read("areia praia").hash(new byte[] {1}));
    }
}
