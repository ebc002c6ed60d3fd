package bugs;

/** A thread is started before the field that it reads is set. */
final class OrderAtStartUp implements Bug {
    private volatile String greeting;

    @Override
    public void wrong() throws Exception {
        var service = new OrderAtStartUp();
        var thread = Thread.ofPlatform().name("Anna").start(service::greet);
        service.greeting = "Hello";
        thread.join();
    }

    @Override
    public void right() throws Exception {
        var service = new OrderAtStartUp();
        service.greeting = "Hello";
        var thread = Thread.ofPlatform().name("Anna").start(service::greet);
        thread.join();
    }

    private void greet() {
        Threads.check(greeting != null, "no greeting");
    }
}
