package passo.school;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names for a wall that all may look at: instead of people's own, those of fruits of Brazil.
public final class Fruits {

    private static final List<String> FRUITS = List.of("Abacate", "Abacaxi", "Abiu", "Açaí", "Acerola", "Amora", "Araçá", "Araticum", "Babaçu", "Bacaba", "Bacupari", "Bacuri", "Banana",
            "Biribá", "Buriti", "Butiá", "Cacau", "Cagaita", "Cajá", "Caju", "Cajuí", "Camapu", "Cambucá", "Cambuci", "Camu-camu", "Carambola", "Ciriguela", "Coco", "Cupuaçu", "Feijoa",
            "Fruta-pão", "Gabiroba", "Goiaba", "Graviola", "Grumixama", "Guabiju", "Guaraná", "Ingá", "Jabuticaba", "Jaca", "Jambo", "Jatobá", "Jenipapo", "Jerivá", "Juçara", "Lobeira",
            "Mamão", "Manga", "Mangaba", "Maracujá", "Marolo", "Melancia", "Murici", "Pequi", "Pinha", "Pitanga", "Pitaya", "Pitomba", "Pupunha", "Sapoti", "Tamarindo", "Tucumã", "Umbu",
            "Uvaia");

    private Fruits() {}

    /// The same members, each under the name of a fruit, without anything by which they are known. A member's fruit follows from their id; who joins
    /// later changes nobody's. Who has not joined has no name.
    public static List<Member> hide(List<Member> members) {
        Map<String, String> fruits = new HashMap<>();
        members.stream().filter(Member::hasJoined).sorted(Comparator.<Member, Instant>comparing(member -> member.joinedAt().orElseThrow()).thenComparing(Member::id))
                .forEach(member -> fruits.put(free(member.id(), fruits), member.id()));
        Map<String, String> names = new HashMap<>();
        fruits.forEach((fruit, id) -> names.put(id, fruit));
        return members.stream().map(member -> new Member(member.id(), member.classroom(), member.learner(), names.getOrDefault(member.id(), ""), "", "", member.listed(), member.joinedAt())).toList();
    }

    /// The first that is not taken: its own, or one after it; where all are taken, the same with a number.
    private static String free(String id, Map<String, String> taken) {
        int first = Math.floorMod(id.hashCode(), FRUITS.size());
        for (int i = 0;; i++) {
            String fruit = FRUITS.get((first + i) % FRUITS.size()) + (i < FRUITS.size() ? "" : " " + (i / FRUITS.size() + 1));
            if (!taken.containsKey(fruit)) return fruit;
        }
    }
}
