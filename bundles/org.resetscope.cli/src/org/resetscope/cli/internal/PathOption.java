package org.resetscope.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.resetscope.core.CaptureFile;
import org.resetscope.core.KnownPath;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the user knows of the path from client to server: the order of the capture points, and the devices between them; a mixin. */
final class PathOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--path", paramLabel = "PATH", split = ",",
            description = "The path from client to server, with commas: the points, and devices between them as NAME or NAME=ATTACHED, a file of"
                    + " rules or the id of a router profile, such as client,lan,fw=rules.nft,wan,server. What is attached counts only for"
                    + " resets that were made where the device stands, and the device is named there.")
    private List<String> items = new ArrayList<>();

    /** @throws ParameterException where it makes no sense with the points */
    KnownPath known(List<CaptureFile> inputs) {
        List<String> points = inputs.stream().map(CaptureFile::point).filter(Objects::nonNull).distinct().toList();
        if (!items.isEmpty() && points.isEmpty()) {
            throw wrong("it has the names of points, which --point gives");
        }
        try {
            return KnownPath.of(items, points);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), "--path: " + message);
    }
}
