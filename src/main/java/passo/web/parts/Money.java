package passo.web.parts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.List;
import passo.aws.billing.Bill;
import passo.web.Page;

/// Dollars, as people of a page's language read them.
public record Money(Page page) {

    private static final MathContext THREE = new MathContext(2);
    private static final MathContext FOUR = new MathContext(4);
    private static final int CENTS = 2;

    /// Two figures of a small amount, cents of a large one.
    public String rounded(BigDecimal amount) {
        return dollars(amount.compareTo(BigDecimal.ONE) < 0 ? amount.round(THREE) : amount, amount.compareTo(BigDecimal.ONE) < 0 ? 12 : CENTS);
    }

    /// Four figures: what a single run costs.
    public String exact(BigDecimal amount) {
        return dollars(amount.round(FOUR), 12);
    }

    /// How a bill comes about, line by line.
    public List<String> arithmetic(Bill bill) {
        return bill.lines().stream().map(line -> page.text(line.item() == Bill.Item.REQUESTS ? "types.requests" : "watch.item." + line.item(), amount(line.quantity()), dollars(line.price(), 10), dollars(line.amount(), 10))).toList();
    }

    private String amount(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(page.language().locale());
        format.setMaximumFractionDigits(6);
        return format.format(number);
    }

    private String dollars(BigDecimal amount, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(page.language().locale());
        format.setMinimumFractionDigits(CENTS);
        format.setMaximumFractionDigits(digits);
        return page.text("watch.dollars", format.format(amount));
    }
}
