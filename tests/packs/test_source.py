import pytest

from packs.plain_yaml import NotPlain, read_yaml
from packs.source import read_document, read_folder
from tests.packs.folders import complaints, written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 1\nb: [x, 2, -3]", {"a": 1, "b": ["x", 2, -3]}),
        ("answer: no\nratio: 1.5\ntrue_one: true", {"answer": "no", "ratio": "1.5", "true_one": True}),
        ('year: "2019"\nnothing:', {"year": "2019", "nothing": None}),
        ("line: >\n  one\n  two", {"line": "one two"}),
        ("", None),
    ],
)
def test_yaml_is_read_as_it_looks(text, value):
    assert read_yaml(text).value == value


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a: &x 1\nb: *x", "line 1 uses an alias or anchor"),
        ("a: 1\nb: 2\na: 3", "line 3 writes 'a' a second time"),
        ("a: !!python/object:os.system x", "line 1 has the tag"),
        ("? [a, b]\n: 1", "a list or mapping where a name is expected"),
        ("a: 1\n---\nb: 2", "more than one document"),
        ("a: [1, 2", "is not YAML"),
        ("a: 'x", "is not YAML"),
        ("\t- a", "is not YAML"),
        ("[" * 200 + "]" * 200, "nested more than 32 levels deep"),
        ("[" * 50_000, "nested more than 32 levels deep"),
    ],
)
def test_yaml_that_a_pack_may_not_hold_is_refused_by_line(text, complaint):
    with pytest.raises(NotPlain, match=complaint.replace("[", r"\[")):
        read_yaml(text)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b'{"a": NaN}', "NaN is not a whole number"),
        (b'{"a": -Infinity}', "-Infinity is not a whole number"),
        (b'{"a": 1e400}', "1e400 is not a whole number"),
        (b'{"a": 1, "a": 2}', "'a' is written twice"),
        (b'{"a": 1', "line 1 is not JSON"),
        (b"[" * 200 + b"]" * 200, "more than 32 levels deep"),
        (b"[" * 100_000, "more than 32 levels deep"),
        (b'{"a": "\xff\xfe"}', "byte 7 is not UTF-8"),
        ('{"a": 1}'.encode("utf-16"), "not UTF-8"),
    ],
)
def test_json_that_a_pack_may_not_hold_is_refused_with_its_reason(content, complaint):
    with pytest.raises(NotPlain, match=complaint):
        read_document(content, ".json")


def test_a_byte_order_mark_does_no_harm():
    assert read_document(b"\xef\xbb\xbfa: 1", ".yaml").value == {"a": 1}


def test_files_of_a_pack_are_put_together(tmp_path):
    (tmp_path / "pack.yaml").write_text("id: cars\n")
    (tmp_path / "phrases").mkdir()
    (tmp_path / "phrases" / "terse.yaml").write_text("HOLD: [No]\n")
    source = read_folder(tmp_path)
    assert source.fields == {"id": "cars", "phrases": {"terse": {"HOLD": ["No"]}}}
    assert source.file_of(("phrases", "terse", "HOLD", 0)) == "phrases/terse.yaml"
    assert source.file_of(("title",)) == "pack.yaml"


def test_a_field_written_in_two_files_is_told(tmp_path):
    folder = written(tmp_path / "pack")
    (folder / "more.yaml").write_text("title: Again\n")
    assert complaints(folder) == ["pack.json: title: is written in another file already; keep one of the two"]


def test_an_empty_folder_is_told(tmp_path):
    assert complaints(tmp_path) == [f"{tmp_path.name}: there is no .yaml or .json file in this folder"]


def test_ten_megabytes_are_refused_unread(tmp_path):
    (tmp_path / "pack.yaml").write_bytes(b"a: " + b"x" * 10_000_000)
    assert complaints(tmp_path) == ["pack.yaml: has 10,000,003 bytes; one file of a pack may have 2,000,000"]


def test_a_file_without_names_is_told(tmp_path):
    (tmp_path / "pack.yaml").write_text("- a\n- b\n")
    assert complaints(tmp_path) == ["pack.yaml: the file must hold named fields at its top"]


def test_problems_name_the_file_that_the_field_stands_in(tmp_path):
    folder = written(tmp_path / "pack", lambda data: data["phrases"].pop("terse"))
    (folder / "phrases").mkdir()
    (folder / "phrases" / "terse.yaml").write_text("HOLD: [3]\n")
    assert complaints(folder) == ["phrases/terse.yaml:1: phrases.terse.HOLD.0: must be a text"]
