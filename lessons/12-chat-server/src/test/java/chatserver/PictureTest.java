package chatserver;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.Recorder;
import interleave.recorder.model.Timeline;
import interleave.recorder.svg.SvgTimeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The picture in README.md is a recording of one conversation with each version, over real sockets. Its times vary from
 * run to run, but not its participants and the lines that they receive. {@code main} draws the picture again.
 */
class PictureTest {
    private static final Path PICTURE = Path.of("picture.svg");
    private static final Map<String, Supplier<ChatServer>> VERSIONS = new LinkedHashMap<>();
    /** The names of versions and lanes, without times. */
    private static final Pattern LABEL =
            Pattern.compile("<text(?: class=\"version\")? x=\"[\\d.]+\" y=\"\\d+\">([^<]*)<");

    static {
        VERSIONS.put("Sequential", Sequential::new);
        VERSIONS.put("As in the article", AsInTheArticle::new);
        VERSIONS.put("Thread pool", WithThreadPool::new);
        VERSIONS.put("Event loop", WithEventLoop::new);
        VERSIONS.put("Virtual threads", WithVirtualThreads::new);
        VERSIONS.put("Netty", WithNetty::new);
    }

    private final Map<String, Conversation> conversations = new LinkedHashMap<>();

    @Test
    @Timeout(600)
    void showsParticipantsOfEachVersion() throws Exception {
        String again = SvgTimeline.render(record(Conversation::ofAFewWords));

        assertThat(labels(again)).containsExactlyInAnyOrderElementsOf(labels(Files.readString(PICTURE)));
        assertThat(conversations)
                .allSatisfy((version, conversation) -> assertThat(conversation.hasHeardGoodNight())
                        .as(version)
                        .isEqualTo(!version.equals("Sequential")));
    }

    @Test
    @Tag("slow")
    @Timeout(600)
    void showsThatBenHearsGoodNightIfServerDropsClientThatNeverReads() throws Exception {
        String again = SvgTimeline.render(record(Conversation::withDroppedClient));

        assertThat(labels(again)).containsExactlyInAnyOrderElementsOf(labels(Files.readString(PICTURE)));
        assertThat(conversations)
                .allSatisfy((version, conversation) -> assertThat(conversation.hasHeardGoodNight())
                        .as(version)
                        .isEqualTo(!List.of("Sequential", "As in the article").contains(version)));
    }

    private List<Timeline> record(Function<ChatServer, Conversation> conversationWith) throws Exception {
        try (var recorder = Recorder.start(
                (version, since, line) -> conversations.get(version).printed(line))) {
            for (var version : VERSIONS.entrySet()) {
                var conversation = conversationWith.apply(version.getValue().get());
                conversations.put(version.getKey(), conversation);
                recorder.record(version.getKey(), conversation::hold);
            }
            return recorder.timelines().stream()
                    .map(PictureTest::withoutGlobalEventExecutor)
                    .toList();
        }
    }

    /** Netty's global executor announces the end of the loop. Its thread may start after the recording. */
    private static Timeline withoutGlobalEventExecutor(Timeline timeline) {
        return new Timeline(
                timeline.version(),
                timeline.duration(),
                timeline.ending(),
                timeline.lanes().stream()
                        .filter(lane -> !lane.name().startsWith("globalEventExecutor-"))
                        .toList());
    }

    /**
     * Names, with N for the numbers of ports, pools and threads. The thread of Netty's loop is only counted, unless it
     * prints or fails.
     */
    private static List<String> labels(String svg) {
        return LABEL.matcher(svg)
                .results()
                .map(label -> label.group(1).replaceAll("\\d+", "N"))
                .map(label -> label.startsWith("multiThreadIoEventLoop") ? "N library thread" : label)
                .toList();
    }

    static void main() throws Exception {
        Files.writeString(PICTURE, SvgTimeline.render(new PictureTest().record(Conversation::withDroppedClient)));
    }
}
