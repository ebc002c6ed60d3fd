package interleave.virtualtime;

import interleave.virtualtime.install.Installation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Implements {@link InVirtualTime}: runs the test method as the body of a run. */
final class VirtualTimeExtension implements InvocationInterceptor, ParameterResolver {

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(test, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(test, context);
    }

    private static void run(Invocation<Void> test, ExtensionContext context) throws Exception {
        var settings = new VirtualTime();
        boolean expects = annotation(context.getElement())
                .or(() -> annotation(context.getTestClass()))
                .map(InVirtualTime::expectUncaught)
                .orElse(false);
        (expects ? settings.expectUncaught() : settings).start(test::proceed);
    }

    private static Optional<InVirtualTime> annotation(Optional<? extends AnnotatedElement> annotated) {
        return annotated.flatMap(element -> AnnotationSupport.findAnnotation(element, InVirtualTime.class));
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> factory, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        throw new UnsupportedOperationException(
                "@InVirtualTime does not support @TestFactory. Call VirtualTime.run in its tests.");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == VirtualClock.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Installation.ensure();
        return Runner.clock();
    }
}
