package passo.web;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.sql.SQLException;

/// How an exception stands in the log, which `logback.xml` says: where it came from, and not what it says. What it says may have been
/// typed by a learner: Jdbi says what a statement was given, a database which value it would not take, we ourselves the offending one.
///
/// In development, where who reads the log is who asked, it is said.
public final class Trace extends ThrowableProxyConverter {

    private static final boolean DEVELOPMENT = Boolean.getBoolean("passo.development");

    @Override protected String throwableProxyToString(IThrowableProxy thrown) {
        if (DEVELOPMENT) return super.throwableProxyToString(thrown);
        var text = new StringBuilder();
        for (IThrowableProxy at = thrown; at != null; at = at.getCause()) {
            text.append(at == thrown ? "" : "Caused by: ").append(at.getClassName()).append(harmless(at)).append(System.lineSeparator());
            ThrowableProxyUtil.subjoinSTEPArray(text, ThrowableProxyUtil.REGULAR_EXCEPTION_INDENT, at);
        }
        return text.toString();
    }

    /// What names nothing but our own code, or a kind of mistake.
    private static String harmless(IThrowableProxy proxy) {
        return proxy instanceof ThrowableProxy ours ? switch (ours.getThrowable()) {
            case NullPointerException said -> ": " + said.getMessage();
            case ClassCastException said -> ": " + said.getMessage();
            case IndexOutOfBoundsException said -> ": " + said.getMessage();
            case SQLException mistake -> ": state " + mistake.getSQLState();
            default -> "";
        } : "";
    }
}
