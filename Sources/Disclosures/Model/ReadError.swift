import Platform

/// Why a document could not be read; readers say it without their callers having to know where it comes from.
public typealias ReadError = Platform.ReadError
