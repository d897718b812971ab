package passo.aws.s3;

/// What S3 answers in place of what was asked.
///
/// @param named has its exception a name of its own in the SDKs?
record Fault(int status, String code, String message, boolean named) {

    static final Fault NO_BUCKET = new Fault(404, "NoSuchBucket", "The specified bucket does not exist", true);
    static final Fault NO_KEY = new Fault(404, "NoSuchKey", "The specified key does not exist.", true);
    static final Fault NO_VERSION = new Fault(404, "NoSuchVersion", "The specified version does not exist.", false);
    static final Fault DENIED = new Fault(403, "AccessDenied", "Access Denied", false);
    static final Fault MARKER = new Fault(405, "MethodNotAllowed", "The specified method is not allowed against this resource.", false);
    static final Fault PRECONDITION = new Fault(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", false);
    static final Fault NOT_MODIFIED = new Fault(304, "NotModified", "Not Modified", false);
    static final Fault RANGE = new Fault(416, "InvalidRange", "The requested range is not satisfiable", false);
    static final Fault NOT_EMPTY = new Fault(409, "BucketNotEmpty", "The bucket you tried to delete is not empty", false);
    static final Fault BUCKET_NAME = new Fault(400, "InvalidBucketName", "The specified bucket is not valid.", false);
    static final Fault TOKEN = new Fault(400, "InvalidArgument", "The continuation token provided is incorrect", false);
    static final Fault ONTO_ITSELF = new Fault(400, "InvalidRequest", "This copy request is illegal because it is trying to copy an object to itself without "
            + "changing the object's metadata, storage class, website redirect location or encryption attributes.", false);
}
