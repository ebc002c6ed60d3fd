package interleave.virtualtime.engine.agent;

import static java.lang.invoke.MethodType.methodType;

import interleave.virtualtime.engine.StepHooks;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;

/**
 * Links the method references of a program to methods of {@code java.util}, such as {@code map::put}, with a point for
 * a preemption before each call. Public only because rewritten classes call it.
 */
public final class MethodReferences {
    private static final MethodHandle CREATE =
            found(MethodReferences.class, "create", Object.class, Class.class, MethodHandle.class, Object.class);

    private MethodReferences() {}

    /** As {@link LambdaMetafactory#metafactory}, with the name of the hook and the number of the site to pass to it. */
    public static CallSite link(
            Lookup caller,
            String name,
            MethodType factory,
            MethodType erased,
            MethodHandle method,
            MethodType instantiated,
            String hook,
            int site)
            throws LambdaConversionException {
        Class<?> type = factory.returnType();
        if (!Modifier.isPublic(type.getModifiers())) {
            return LambdaMetafactory.metafactory(caller, name, factory, erased, method, instantiated);
        }
        MethodHandle stepped = afterPoint(method, hook, site);
        return new ConstantCallSite(
                factory.parameterCount() == 0
                        ? MethodHandles.constant(type, MethodHandleProxies.asInterfaceInstance(type, stepped))
                        : MethodHandles.insertArguments(CREATE, 0, type, stepped)
                                .asType(factory));
    }

    private static MethodHandle afterPoint(MethodHandle method, String hook, int site) {
        MethodHandle point = found(StepHooks.class, hook, void.class, Object.class, int.class);
        MethodHandle atSite = MethodHandles.insertArguments(point, 1, site);
        return MethodHandles.foldArguments(
                method, atSite.asType(methodType(void.class, method.type().parameterType(0))));
    }

    private static MethodHandle found(Class<?> owner, String name, Class<?> returned, Class<?>... parameters) {
        try {
            return MethodHandles.lookup().findStatic(owner, name, methodType(returned, parameters));
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    static Object create(Class<?> type, MethodHandle stepped, Object receiver) {
        return MethodHandleProxies.asInterfaceInstance(type, stepped.bindTo(receiver));
    }
}
