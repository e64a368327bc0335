class JuesuanError(ValueError):
    """What is wrong, where, and what to do about it.

    ``code`` is 64 where an argument is wrong whatever the data, 65 where the data are not what they should be, 69 where
    something that is needed is not installed, and 70 where the library itself is at fault.
    """

    def __init__(self, message: str, code: int = 65) -> None:
        super().__init__(message)
        self.code = code
