package passo.aws.service;

/// What happened to an object, as S3 tells EventBridge.
///
/// @param detailType `Object Created` or `Object Deleted`
/// @param size in bytes; 0 of what was deleted
/// @param etag without its quotation marks; empty of what was deleted
/// @param versionId empty where the bucket keeps no versions
/// @param reason the API call, such as `PutObject`
/// @param deletionType `Permanently Deleted` or `Delete Marker Created`; empty of what was created
public record ObjectEvent(String detailType, String bucket, String key, long size, String etag, String versionId, String reason,
        String deletionType) {}
