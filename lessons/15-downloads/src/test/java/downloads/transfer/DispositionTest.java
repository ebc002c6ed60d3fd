package downloads.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the file name in a Content-Disposition. */
class DispositionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        attachment; filename=photo.jpg                                    | photo.jpg
        attachment; filename="a photo.jpg"                                | a photo.jpg
        attachment;filename = "photo.jpg"; size=5                         | photo.jpg
        ATTACHMENT; FILENAME="photo.jpg"                                  | photo.jpg
        attachment; filename="say \\"hi\\".txt"                           | say "hi".txt
        attachment; filename="a;b.txt"                                    | a;b.txt
        attachment; filename*=UTF-8''caf%C3%A9.jpg                        | caf\u00e9.jpg
        attachment; filename*=utf-8'en'a%2Fb+c                            | a/b+c
        attachment; filename*=ISO-8859-1''caf%E9                          | caf\u00e9
        attachment; filename="plain.jpg"; filename*=UTF-8''better.jpg     | better.jpg
        attachment; filename*=UTF-8''better.jpg; filename="plain.jpg"     | better.jpg
        attachment; filename="; filename*=UTF-8''x"                       | ; filename*=UTF-8''x
        attachment; filename*=UTF-8''%zz%4                                | %zz%4
        attachment; filename*=KOI8-R''x; filename=y                       | y
        """)
    void returnsFileName(String field, String name) {
        assertThat(Disposition.fileName(field)).hasValue(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "inline", "attachment; name=x", "filename=photo.jpg", "attachment; filename*=x"})
    void returnsNothingWithoutFileName(String field) {
        assertThat(Disposition.fileName(field)).isEmpty();
    }
}
