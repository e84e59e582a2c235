package dev.lichen.cli.command;

import ai.djl.Device;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a device: {@code cpu}, or {@code cuda:0} for the first graphics card. */
final class DeviceConverter implements ITypeConverter<Device> {

    private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,3}))?");

    @Override
    public Device convert(String name) {
        Matcher cuda = CUDA.matcher(name);
        if (name.equals("cpu")) {
            return Device.cpu();
        }
        if (cuda.matches()) {
            return Device.gpu(cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1)));
        }
        throw new TypeConversionException("expected cpu or cuda:0, was '" + name + "'");
    }
}
