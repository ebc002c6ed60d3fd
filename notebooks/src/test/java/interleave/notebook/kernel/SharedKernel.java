package interleave.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * For tests of a kernel as a separate process, over the sockets of Jupyter. All classes share one kernel, which is the
 * parameter of their constructors, so they run one after the other. After each test, the kernel must still run cells.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(SharedKernel.Extension.class)
@ResourceLock("the shared kernel")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@interface SharedKernel {

    final class Extension implements ParameterResolver, AfterEachCallback {
        private static final ExtensionContext.Namespace NAMESPACE =
                ExtensionContext.Namespace.create(SharedKernel.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == JupyterClient.class;
        }

        @Override
        public JupyterClient resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return kernel(context);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            assertThat(kernel(context).run("20 + 1").value()).isEqualTo("21");
        }

        /** The kernel is closed after the last test of all classes. */
        private static JupyterClient kernel(ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(JupyterClient.class, key -> start(), JupyterClient.class);
        }

        private static JupyterClient start() {
            try {
                return new JupyterClient("interleave");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
