package callbackhell;

import callbackhell.shop.Servers;
import callbackhell.shop.Step;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The versions and the steps that the tests combine. */
final class Runs {
    /** A version that must process every order. */
    enum Version {
        NESTED_CALLBACKS(NestedCallbacks::new),
        COMPOSED_FUTURES(ComposedFutures::new),
        WITH_EVENT_LOOP(WithEventLoop::new),
        WITH_VIRTUAL_THREADS(WithVirtualThreads::new);

        private final Function<Servers, OrderProcess> constructor;

        Version(Function<Servers, OrderProcess> constructor) {
            this.constructor = constructor;
        }

        OrderProcess with(Servers servers) {
            return constructor.apply(servers);
        }
    }

    private Runs() {}

    static Stream<Arguments> eachVersionAndStep() {
        return Stream.of(Version.values())
                .flatMap(version -> Stream.of(Step.values()).map(step -> Arguments.of(version, step)));
    }

    static VirtualRun of(Incident incident, Step step, Function<Servers, OrderProcess> version) throws Exception {
        return VirtualTime.run(() -> new Example(incident, step).run(version));
    }

    /** The steps before this one. */
    static List<Step> before(Step step) {
        return List.of(Step.values()).subList(0, step.ordinal());
    }
}
