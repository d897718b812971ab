package passo.aws.vault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// Keys, each of which locks and unlocks what it has locked. A toy: what is locked is written in another way, not hidden.
public final class Keys implements Service {

    private static final String LOCK = "locked-by:";

    private final String account;
    private final Ledger ledger;
    private final Actions actions;

    public Keys(String account, Ledger ledger) {
        this.account = account;
        this.ledger = ledger;
        actions = new Actions(Api.KMS, ledger)
                .reads("encrypt", this::encrypt)
                .reads("decrypt", this::decrypt, "InvalidCiphertextException", "IncorrectKeyException")
                .reads("generateDataKey", this::generate);
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private Outcome encrypt(Request request) {
        return new Outcome.Success(answer(request).put("CiphertextBlob", locked(arn(request), request.content("Plaintext").orElse(""))).build());
    }

    private Outcome generate(Request request) {
        String key = Base64.getEncoder().encodeToString((ledger.uuid() + ledger.uuid()).replace("-", "").substring(0, 32).getBytes(StandardCharsets.US_ASCII));
        return new Outcome.Success(Json.Obj.builder().put("CiphertextBlob", locked(arn(request), key)).put("KeyId", arn(request)).put("Plaintext", key).build());
    }

    private Outcome decrypt(Request request) {
        Optional<String[]> opened = opened(request.text("CiphertextBlob"));
        // AWS gives no message.
        if (opened.isEmpty()) return Api.KMS.failure(request, ledger, 400, "InvalidCiphertextException", "null");
        String key = opened.get()[0];
        if (!request.text("KeyId").isEmpty() && !key.equals(arn(request))) {
            return Api.KMS.failure(request, ledger, 400, "IncorrectKeyException",
                    "The key ID in the request does not identify a CMK that can perform this operation.");
        }
        return new Outcome.Success(Json.Obj.builder().put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT").put("KeyId", key).put("Plaintext", opened.get()[1]).build());
    }

    private Json.Obj.Builder answer(Request request) {
        return Json.Obj.builder().put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT").put("KeyId", arn(request));
    }

    private static String locked(String key, String text) {
        return Base64.getEncoder().encodeToString((LOCK + key + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    /// The key, and what it has locked.
    private static Optional<String[]> opened(String locked) {
        try {
            String text = new String(Base64.getDecoder().decode(locked), StandardCharsets.UTF_8);
            return text.startsWith(LOCK) ? Optional.of(text.substring(LOCK.length()).split("\n", 2)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private String arn(Request request) {
        String key = request.text("KeyId");
        return key.startsWith("arn:") ? key : "arn:aws:kms:us-east-1:" + account + ":" + (key.startsWith("alias/") ? "" : "key/") + key;
    }
}
