"""Errors divided by who can act: whoever starts the sandbox, the app's author, or the person in the page."""

from bot.sandbox.wire import Json


class SandboxError(Exception):
    """The sandbox cannot start; the message says what is wrong and what to do."""


class PortInUseError(SandboxError):
    """Another program listens on the port."""

    def __init__(self, port: int) -> None:
        super().__init__(f"Port {port} is taken by another program. Stop it, or take another one.")
        self.port = port


class ManifestError(SandboxError):
    """The manifest cannot be read, or is not one."""


class FaultError(SandboxError):
    """A fault cannot be set; the message says why."""


class SnapshotError(SandboxError):
    """A document is no snapshot that this sandbox can take; `problems` are all there are, each with its path."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("The snapshot cannot be loaded:\n" + "\n".join(problems))
        self.problems = problems


class SlackError(Exception):
    """A Web API call is refused with Slack's own code; `answer` is what goes beside it."""

    def __init__(self, code: str, **answer: object) -> None:
        super().__init__(code)
        self.code = code
        self.answer: Json = answer

    @classmethod
    def with_messages(cls, code: str, messages: list[str]) -> "SlackError":
        """The refusal that lists its reasons in `response_metadata.messages`, as Slack does."""
        return cls(code, response_metadata={"messages": [f"[ERROR] {message}" for message in messages]})

    @classmethod
    def with_errors(cls, code: str, messages: list[str]) -> "SlackError":
        """The refusal that lists its reasons in `errors` as well."""
        return cls(code, errors=messages, response_metadata={"messages": [f"[ERROR] {each}" for each in messages]})


class BodyError(SlackError):
    """A request cannot be read: for an app Slack's code, for a control call `detail`, and HTTP's status."""

    def __init__(self, code: str, detail: str, status: int = 400) -> None:
        super().__init__(code)
        self.detail = detail
        self.status = status


class Refusal(Exception):
    """A control call cannot be done; `detail` says why in plain words, `answer` is what goes beside it."""

    def __init__(self, status: int, code: str, detail: str, **answer: object) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.answer: Json = answer
