package passo.diagram;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import passo.diagram.Drawing.Cell;

/// A Map's items as a strip of cells on its node; of many items a cell stands for several and shows the loudest.
///
/// @param cells how many
/// @param pitch from one to the next
public record Strip(int cells, int pitch) {

    static final int LEFT = 14;
    private static final int MOST_CELLS = 48;

    static Strip of(int items, int nodeWidth) {
        int room = nodeWidth - 2 * LEFT;
        int cells = Math.min(items, Math.min(MOST_CELLS, room / 6));
        return new Strip(cells, cells == 0 ? 0 : Math.min(14, room / cells));
    }

    List<Cell> of(List<Status> items) {
        return IntStream.range(0, cells).mapToObj(i -> cell(items, i)).toList();
    }

    private Cell cell(List<Status> items, int i) {
        var part = items.subList((int) ((long) items.size() * i / cells), (int) ((long) items.size() * (i + 1) / cells));
        Status loudest = part.stream().max(Comparator.naturalOrder()).orElseThrow();
        return new Cell(loudest == Status.SKIP ? "none" : loudest.css(), LEFT + i * pitch, pitch - 2);
    }
}
