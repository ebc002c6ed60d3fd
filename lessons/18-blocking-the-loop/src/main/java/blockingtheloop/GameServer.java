package blockingtheloop;

/** Runs many games. After a while, one of the players asks for the high scores, and loading them blocks a thread. */
public interface GameServer {

    /**
     * Plays all games, and shows the high scores.
     *
     * @return how late the ticks of the games were
     * @throws Exception the exception of the blocking call
     */
    Lateness play(Example example) throws Exception;
}
