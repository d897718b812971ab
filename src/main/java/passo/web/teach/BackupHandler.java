package passo.web.teach;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import passo.store.Backup;
import passo.web.Teaching;

/// The owner takes home all that the instance keeps. It is sent as it is read.
public final class BackupHandler {

    private final Backup backup;
    private final Teaching teaching;

    public BackupHandler(Backup backup, Teaching teaching) {
        this.backup = backup;
        this.teaching = teaching;
    }

    public void download(Context ctx) throws IOException {
        teaching.owner(ctx);
        Instant now = Instant.now();
        ctx.contentType("application/zip").header("Content-Disposition", "attachment; filename=\"passo-backup-" + LocalDate.ofInstant(now, ZoneOffset.UTC) + ".zip\"")
                .header("Cache-Control", "no-store");
        backup.write(ctx.outputStream(), now);
    }
}
